<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ocpp</name>
    <message>
        <source>A TxProfile for this transaction.</source>
        <translation>Ein TxProfile für diesen Ladevorgang.</translation>
    </message>
    <message>
        <source>A is the current of each phase, W the power of all phases together.</source>
        <translation>A ist der Strom je Phase, W die Leistung aller Phasen zusammen.</translation>
    </message>
    <message>
        <source>A number by which the reports about this request are recognised.</source>
        <translation>Eine Nummer, an der die Meldungen zu dieser Anforderung zu erkennen sind.</translation>
    </message>
    <message>
        <source>Ask for the answer in this unit.</source>
        <translation>Die Antwort in dieser Einheit anfordern.</translation>
    </message>
    <message>
        <source>Below this rate the vehicle charges inefficiently, in the unit of the schedule.</source>
        <translation>Darunter lädt das Fahrzeug unwirtschaftlich; in der Einheit des Ladeplans.</translation>
    </message>
    <message>
        <source>Fixed in time (Absolute), repeated (Recurring), or from the start of charging (Relative).</source>
        <translation>Zeitlich fest (Absolute), wiederkehrend (Recurring) oder ab Beginn des Ladens (Relative).</translation>
    </message>
    <message>
        <source>From this moment on the station forgets the tag.</source>
        <translation>Ab diesem Zeitpunkt vergisst die Station die Ladekarte.</translation>
    </message>
    <message>
        <source>Full replaces the list, Differential changes the tags given.</source>
        <translation>Full ersetzt die Liste, Differential ändert nur die angegebenen Ladekarten.</translation>
    </message>
    <message>
        <source>Hash of the issuer&apos;s name, hexadecimal.</source>
        <translation>Hashwert des Ausstellernamens, hexadezimal.</translation>
    </message>
    <message>
        <source>Hash of the issuer&apos;s public key, hexadecimal.</source>
        <translation>Hashwert des öffentlichen Schlüssels des Ausstellers, hexadezimal.</translation>
    </message>
    <message>
        <source>How far ahead to look.</source>
        <translation>Wie weit vorausgeschaut wird.</translation>
    </message>
    <message>
        <source>How long the schedule lasts; left out, its last period has no end.</source>
        <translation>Wie lange der Ladeplan gilt; ohne Angabe hat sein letzter Abschnitt kein Ende.</translation>
    </message>
    <message>
        <source>How often a Recurring profile begins again.</source>
        <translation>Wie oft ein wiederkehrendes Profil (Recurring) von vorn beginnt.</translation>
    </message>
    <message>
        <source>How often to try; left out, the station decides.</source>
        <translation>Wie oft es versucht wird; ohne Angabe entscheidet die Station.</translation>
    </message>
    <message>
        <source>How the two hashes are made.</source>
        <translation>Wie die beiden Hashwerte gebildet werden.</translation>
    </message>
    <message>
        <source>Its new value, always as text.</source>
        <translation>Der neue Wert, immer als Text.</translation>
    </message>
    <message>
        <source>Leave out what is newer.</source>
        <translation>Neueres weglassen.</translation>
    </message>
    <message>
        <source>Leave out what is older.</source>
        <translation>Älteres weglassen.</translation>
    </message>
    <message>
        <source>Not used after this moment; left out: until it is replaced.</source>
        <translation>Gilt nur bis zu diesem Zeitpunkt; ohne Angabe: bis es ersetzt wird.</translation>
    </message>
    <message>
        <source>Not used before this moment; left out: at once.</source>
        <translation>Gilt erst ab diesem Zeitpunkt; ohne Angabe: sofort.</translation>
    </message>
    <message>
        <source>Of several profiles the one with the highest level counts.</source>
        <translation>Von mehreren Profilen gilt das mit der höchsten Stufe.</translation>
    </message>
    <message>
        <source>Only profiles of this connector; 0 is the whole station.</source>
        <translation>Nur Profile dieses Anschlusses; 0 ist die ganze Station.</translation>
    </message>
    <message>
        <source>Only profiles of this level.</source>
        <translation>Nur Profile dieser Stufe.</translation>
    </message>
    <message>
        <source>Only profiles with this purpose.</source>
        <translation>Nur Profile mit diesem Zweck.</translation>
    </message>
    <message>
        <source>Operative may charge, Inoperative may not.</source>
        <translation>Bei Operative darf geladen werden, bei Inoperative nicht.</translation>
    </message>
    <message>
        <source>Phases that may be used; 3 when left out.</source>
        <translation>Phasen, die genutzt werden dürfen; ohne Angabe 3.</translation>
    </message>
    <message>
        <source>Soft ends transactions properly first; Hard restarts at once and may lose them.</source>
        <translation>Soft beendet erst die Ladevorgänge ordentlich; Hard startet sofort neu und kann sie verlieren.</translation>
    </message>
    <message>
        <source>The certificate that signed the firmware, PEM.</source>
        <translation>Das Zertifikat, mit dem die Firmware signiert ist, PEM.</translation>
    </message>
    <message>
        <source>The certificate to delete.</source>
        <translation>Das Zertifikat, das gelöscht werden soll.</translation>
    </message>
    <message>
        <source>The certificate&apos;s serial number, hexadecimal, without leading zeros.</source>
        <translation>Die Seriennummer des Zertifikats, hexadezimal, ohne führende Nullen.</translation>
    </message>
    <message>
        <source>The connector to reserve; 0 is any connector.</source>
        <translation>Der Anschluss, der reserviert wird; 0 ist ein beliebiger.</translation>
    </message>
    <message>
        <source>The connector whose cable shall come free.</source>
        <translation>Der Anschluss, dessen Kabel freigegeben werden soll.</translation>
    </message>
    <message>
        <source>The connector, when the message is about one.</source>
        <translation>Der Anschluss, wenn die Nachricht einen bestimmten betrifft.</translation>
    </message>
    <message>
        <source>The connector; 0 is the grid connection of the station.</source>
        <translation>Der Anschluss; 0 ist der Netzanschluss der Station.</translation>
    </message>
    <message>
        <source>The connector; 0 is the station, or every connector with a TxDefaultProfile.</source>
        <translation>Der Anschluss; 0 ist die Station oder, bei einem TxDefaultProfile, jeder Anschluss.</translation>
    </message>
    <message>
        <source>The connector; 0 is the whole station with all connectors.</source>
        <translation>Der Anschluss; 0 ist die ganze Station mit allen Anschlüssen.</translation>
    </message>
    <message>
        <source>The connector; left out, the station chooses.</source>
        <translation>Der Anschluss; ohne Angabe wählt die Station.</translation>
    </message>
    <message>
        <source>The firmware and its signature.</source>
        <translation>Die Firmware und ihre Signatur.</translation>
    </message>
    <message>
        <source>The folder to which the station uploads its diagnostics.</source>
        <translation>Der Ordner, in den die Station ihre Diagnosedaten hochlädt.</translation>
    </message>
    <message>
        <source>The group of the tag: every tag of the group may use the reservation.</source>
        <translation>Die Gruppe der Ladekarte: Jede Karte der Gruppe darf die Reservierung nutzen.</translation>
    </message>
    <message>
        <source>The group: tags with the same parent may stop each other.</source>
        <translation>Die Gruppe: Karten derselben Gruppe dürfen Ladevorgänge füreinander beenden.</translation>
    </message>
    <message>
        <source>The limits over time.</source>
        <translation>Die Grenzen im Lauf der Zeit.</translation>
    </message>
    <message>
        <source>The limits, one after the other.</source>
        <translation>Die Grenzen, eine nach der anderen.</translation>
    </message>
    <message>
        <source>The message that the station shall send.</source>
        <translation>Die Nachricht, die die Station senden soll.</translation>
    </message>
    <message>
        <source>The most that may be drawn, in the unit of the schedule, with one decimal.</source>
        <translation>Wie viel höchstens bezogen werden darf, in der Einheit des Ladeplans, mit einer Nachkommastelle.</translation>
    </message>
    <message>
        <source>The name of the setting.</source>
        <translation>Der Name der Einstellung.</translation>
    </message>
    <message>
        <source>The number of the reservation; a number in use replaces that reservation.</source>
        <translation>Die Nummer der Reservierung; eine schon vergebene ersetzt die bisherige Reservierung.</translation>
    </message>
    <message>
        <source>The number that names the profile.</source>
        <translation>Die Nummer, die das Profil bezeichnet.</translation>
    </message>
    <message>
        <source>The profile to clear; then the other fields do not matter.</source>
        <translation>Das Profil, das gelöscht wird; dann sind die anderen Felder ohne Bedeutung.</translation>
    </message>
    <message>
        <source>The profile to install.</source>
        <translation>Das Profil, das eingerichtet wird.</translation>
    </message>
    <message>
        <source>The reservation to cancel.</source>
        <translation>Die Reservierung, die aufgehoben wird.</translation>
    </message>
    <message>
        <source>The root certificate, PEM.</source>
        <translation>Das Stammzertifikat, PEM.</translation>
    </message>
    <message>
        <source>The settings to read; none means all.</source>
        <translation>Die Einstellungen, die gelesen werden; keine bedeutet alle.</translation>
    </message>
    <message>
        <source>The signature of the firmware file, base64.</source>
        <translation>Die Signatur der Firmware-Datei, Base64.</translation>
    </message>
    <message>
        <source>The signed certificate and those between it and the root, PEM.</source>
        <translation>Das signierte Zertifikat und alle zwischen ihm und dem Stammzertifikat, PEM.</translation>
    </message>
    <message>
        <source>The station fetches the firmware at this moment or later.</source>
        <translation>Die Station holt die Firmware zu diesem Zeitpunkt oder später.</translation>
    </message>
    <message>
        <source>The tag for which the connector is kept free.</source>
        <translation>Die Ladekarte, für die der Anschluss freigehalten wird.</translation>
    </message>
    <message>
        <source>The tag in whose name the station charges.</source>
        <translation>Die Ladekarte, in deren Namen die Station lädt.</translation>
    </message>
    <message>
        <source>The tag that this entry is about.</source>
        <translation>Die Ladekarte, um die es in diesem Eintrag geht.</translation>
    </message>
    <message>
        <source>The tags; none with a Full update empties the list.</source>
        <translation>Die Ladekarten; keine bei Full leert die Liste.</translation>
    </message>
    <message>
        <source>The transaction to stop.</source>
        <translation>Der Ladevorgang, der beendet wird.</translation>
    </message>
    <message>
        <source>The vendor whose extension this is.</source>
        <translation>Der Hersteller, von dem diese Erweiterung stammt.</translation>
    </message>
    <message>
        <source>The version that the list has after this update; never 0 or -1.</source>
        <translation>Die Version, die die Liste danach hat; nie 0 oder -1.</translation>
    </message>
    <message>
        <source>The wait between two attempts; left out, the station decides.</source>
        <translation>Die Pause zwischen zwei Versuchen; ohne Angabe entscheidet die Station.</translation>
    </message>
    <message>
        <source>Ties a TxProfile to one transaction; for no other purpose.</source>
        <translation>Bindet ein TxProfile an einen Ladevorgang; für keinen anderen Zweck.</translation>
    </message>
    <message>
        <source>What is limited: the whole station, every transaction, or one transaction.</source>
        <translation>Was begrenzt wird: die ganze Station, jeder Ladevorgang oder ein einzelner.</translation>
    </message>
    <message>
        <source>What the certificate vouches for.</source>
        <translation>Wofür das Zertifikat bürgt.</translation>
    </message>
    <message>
        <source>What the station shall know about the tag; leave it out to delete the tag.</source>
        <translation>Was die Station über die Ladekarte wissen soll; ohne Angabe wird die Karte gelöscht.</translation>
    </message>
    <message>
        <source>Whatever the vendor and you have agreed on.</source>
        <translation>Was Sie mit dem Hersteller vereinbart haben.</translation>
    </message>
    <message>
        <source>When an absolute schedule begins; left out, it begins with the charging.</source>
        <translation>Wann ein zeitlich fester Ladeplan beginnt; ohne Angabe beginnt er mit dem Laden.</translation>
    </message>
    <message>
        <source>When the period begins, counted from the start of the schedule; the first begins at 0.</source>
        <translation>Wann der Abschnitt beginnt, gezählt ab Beginn des Ladeplans; der erste beginnt bei 0.</translation>
    </message>
    <message>
        <source>When the reservation ends.</source>
        <translation>Wann die Reservierung endet.</translation>
    </message>
    <message>
        <source>When the station shall fetch it.</source>
        <translation>Wann die Station sie holen soll.</translation>
    </message>
    <message>
        <source>When the station shall install it; left out: at once.</source>
        <translation>Wann die Station sie installieren soll; ohne Angabe: sofort.</translation>
    </message>
    <message>
        <source>Where the firmware lies.</source>
        <translation>Wo die Firmware liegt.</translation>
    </message>
    <message>
        <source>Where the station shall upload the log to.</source>
        <translation>Wohin die Station das Protokoll hochladen soll.</translation>
    </message>
    <message>
        <source>Where to, and which part of the log.</source>
        <translation>Wohin, und welcher Teil des Protokolls.</translation>
    </message>
    <message>
        <source>Whether this tag may charge.</source>
        <translation>Ob mit dieser Ladekarte geladen werden darf.</translation>
    </message>
    <message>
        <source>Which log to upload.</source>
        <translation>Welches Protokoll hochgeladen wird.</translation>
    </message>
    <message>
        <source>Which message of the vendor.</source>
        <translation>Welche Nachricht des Herstellers.</translation>
    </message>
    <message>
        <source>Which root certificates to list.</source>
        <translation>Welche Stammzertifikate aufgelistet werden.</translation>
    </message>
</context>
<context>
    <name>ui::AddStationForm</name>
    <message>
        <source>Add a station</source>
        <translation>Station hinzufügen</translation>
    </message>
    <message>
        <source>Close without adding</source>
        <translation>Schließen, ohne hinzuzufügen</translation>
    </message>
    <message>
        <source>Car park, left of the door</source>
        <translation>Parkplatz, links neben der Tür</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As it is typed into the charger; capital and small letters are the same.</source>
        <translation>So, wie er in der Ladestation eingetragen ist; Groß- und Kleinschreibung gelten gleich.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What you call it.</source>
        <translation>Wie sie hier heißen soll.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>16 to 20 characters; the station must give it (security profile 1).</source>
        <translation>16 bis 20 Zeichen; die Station muss es angeben (Sicherheitsprofil 1).</translation>
    </message>
    <message>
        <source>Address for the charger: %1</source>
        <translation>Adresse für die Ladestation: %1</translation>
    </message>
    <message>
        <source>The station needs a name: the last part of the address in the charger.</source>
        <translation>Die Station braucht einen Namen: den letzten Teil der Adresse, die in ihr eingetragen ist.</translation>
    </message>
    <message>
        <source>There is a station of this name already.</source>
        <translation>Eine Station mit diesem Namen gibt es bereits.</translation>
    </message>
    <message>
        <source>%1 Leave it empty for none.</source>
        <translation>%1 Leer lassen, wenn es keines gibt.</translation>
    </message>
</context>
<context>
    <name>ui::AddressButton</name>
    <message>
        <source>Copy the address to type into a charger</source>
        <translation>Die Adresse zum Eingeben in eine Ladestation kopieren</translation>
    </message>
</context>
<context>
    <name>ui::AddressPicker</name>
    <message>
        <source>Network cable</source>
        <translation>Netzwerkkabel</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>WLAN</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>Nur dieser Computer</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>only if the charger does not add it by itself</source>
        <translation>nur falls sie ihn nicht selbst anhängt</translation>
    </message>
    <message>
        <source>The charger&apos;s name</source>
        <translation>Name der Ladestation</translation>
    </message>
    <message>
        <source>Most chargers append their name (&quot;identity&quot;, &quot;charge point ID&quot;) to the address by themselves.</source>
        <translation>Die meisten Ladestationen hängen ihren Namen („Identity“, „Charge Point ID“) selbst an die Adresse an.</translation>
    </message>
    <message>
        <source>Charger&apos;s name</source>
        <translation>Name der Ladestation</translation>
    </message>
    <message>
        <source>Show the QR code of this address</source>
        <translation>QR-Code dieser Adresse zeigen</translation>
    </message>
    <message>
        <source>QR code of the address in: %1</source>
        <translation>QR-Code der Adresse in: %1</translation>
    </message>
    <message>
        <source>Copy the address in: %1</source>
        <translation>Adresse kopieren in: %1</translation>
    </message>
    <message>
        <source>QR code of %1</source>
        <translation>QR-Code von %1</translation>
    </message>
    <message>
        <source>The charger appends its own name: %1</source>
        <translation>Die Ladestation hängt ihren eigenen Namen an: %1</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Type the whole address into the charger.</source>
        <translation>Geben Sie in der Ladestation die ganze Adresse ein.</translation>
    </message>
</context>
<context>
    <name>ui::Alert</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 is offline</source>
        <translation>%1 ist offline</translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) are offline</source>
        <translation>
            <numerusform>%n Station ist offline</numerusform>
            <numerusform>%n Stationen sind offline</numerusform>
        </translation>
    </message>
    <message>
        <source>Look whether it has power and network. What it does meanwhile is booked when it is back.</source>
        <translation>Prüfen Sie, ob sie Strom und Netzwerk hat. Was sie inzwischen tut, wird gebucht, sobald sie zurück ist.</translation>
    </message>
    <message>
        <source>%1. Look whether the network is there.</source>
        <translation>%1. Prüfen Sie das Netzwerk.</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n Störung</numerusform>
            <numerusform>%n Störungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, connector %2 is out of order</source>
        <translation>%1, Anschluss %2 ist gestört</translation>
    </message>
    <message>
        <source>%1 is out of order</source>
        <translation>%1 ist gestört</translation>
    </message>
</context>
<context>
    <name>ui::ApiSection</name>
    <message>
        <source>The API is switched off.</source>
        <translation>Die API ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Copy the address of the API</source>
        <translation>Adresse der API kopieren</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>The token of the API</source>
        <translation>Das Token der API</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>Token zeigen</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Erneuern…</translation>
    </message>
    <message>
        <source>belongs to the engine and cannot be read from here</source>
        <translation>gehört dem Dienst und ist von hier aus nicht lesbar</translation>
    </message>
    <message>
        <source>from a file of yours, as --api-token-file says</source>
        <translation>aus Ihrer eigenen Datei, siehe --api-token-file</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>A new token counts at once. Programs that use the old one are shut out until you give them the new one.</source>
        <translation>Ein neues Token gilt sofort. Programme mit dem alten werden abgewiesen, bis Sie ihnen das neue geben.</translation>
    </message>
    <message>
        <source>Renew the token</source>
        <translation>Token erneuern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Making a new token…</source>
        <translation>Ein neues Token wird erzeugt…</translation>
    </message>
    <message>
        <source>The API has a new token.</source>
        <translation>Die API hat ein neues Token.</translation>
    </message>
    <message>
        <source>The new token could not be kept; the old one still counts.</source>
        <translation>Das neue Token konnte nicht gespeichert werden; das alte gilt weiter.</translation>
    </message>
</context>
<context>
    <name>ui::ApplyForm</name>
    <message>
        <source>Apply a profile</source>
        <translation>Profil anwenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>There is no profile in the library yet.</source>
        <translation>In der Bibliothek ist noch kein Profil.</translation>
    </message>
    <message>
        <source>There is no station yet.</source>
        <translation>Es gibt noch keine Station.</translation>
    </message>
    <message>
        <source>It fits, and replaces the profile that is wanted there for the same purpose at the same level.</source>
        <translation>Es passt und ersetzt das Profil, das dort für denselben Zweck auf derselben Stufe gewünscht ist.</translation>
    </message>
    <message>
        <source>It fits what the station tells of itself.</source>
        <translation>Es passt zu dem, was die Station von sich sagt.</translation>
    </message>
</context>
<context>
    <name>ui::ApplyRow</name>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>…</source>
        <comment>being checked</comment>
        <translation>…</translation>
    </message>
    <message>
        <source>Replaces one</source>
        <translation>Ersetzt eines</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>It takes the place of %1: same purpose, same level.</source>
        <translation>Es tritt an die Stelle von %1: gleicher Zweck, gleiche Stufe.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>At</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation>Profil %1</translation>
    </message>
</context>
<context>
    <name>ui::ApplyView</name>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>At</source>
        <translation>An</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Back to drawing</source>
        <translation>Zurück zum Zeichnen</translation>
    </message>
    <message>
        <source>Nothing is drawn in it.</source>
        <translation>Darin ist nichts gezeichnet.</translation>
    </message>
    <message>
        <source>It has several gaps: fill them first.</source>
        <translation>Es hat mehrere Lücken: Füllen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Offline: it gets them when it is back.</source>
        <translation>Offline: Sie bekommt sie, wenn sie zurück ist.</translation>
    </message>
    <message numerus="yes">
        <source>Send %n command(s)</source>
        <translation>
            <numerusform>%n Befehl senden</numerusform>
            <numerusform>%n Befehle senden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n installed. Stations keep them, also after a restart.</source>
        <translation>
            <numerusform>%1 von %n installiert. Stationen behalten es, auch nach einem Neustart.</numerusform>
            <numerusform>%1 von %n installiert. Stationen behalten sie, auch nach einem Neustart.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one profile and one connector.</source>
        <translation>Wählen Sie mindestens ein Profil und einen Anschluss.</translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not fit and is left out: the tooltip says why.</source>
        <translation>
            <numerusform>%n passt nicht und bleibt weg: Der Hinweis am Eintrag sagt, warum.</numerusform>
            <numerusform>%n passen nicht und bleiben weg: Der Hinweis am Eintrag sagt, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each line is a SetChargingProfile command. A station that is offline gets it when it is back.</source>
        <translation>Jede Zeile ist ein Befehl SetChargingProfile. Eine Station, die offline ist, bekommt ihn, wenn sie zurück ist.</translation>
    </message>
    <message>
        <source>Nothing is drawn yet. Go back and draw a profile first.</source>
        <translation>Noch ist nichts gezeichnet. Gehen Sie zurück und zeichnen Sie zuerst ein Profil.</translation>
    </message>
</context>
<context>
    <name>ui::AskForm</name>
    <message>
        <source>Ask a station for a file</source>
        <translation>Eine Station um eine Datei bitten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Diagnostics are what its maker&apos;s support wants to see; logs need a station of the security extension. The station brings the file by itself, mostly within some minutes.</source>
        <translation>Diagnosedaten will der Support des Herstellers sehen; Protokolle gibt es nur von Stationen mit der Sicherheitserweiterung. Die Station bringt die Datei von selbst, meist in einigen Minuten.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Anfordern</translation>
    </message>
    <message>
        <source>OCPP: GetDiagnostics, or GetLog</source>
        <translation>OCPP: GetDiagnostics oder GetLog</translation>
    </message>
    <message>
        <source>only of a certain time</source>
        <translation>nur aus einer bestimmten Zeit</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>Begrenzt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Das Ende liegt vor dem Anfang.</translation>
    </message>
</context>
<context>
    <name>ui::Attention</name>
    <message>
        <source>%1, connector %2</source>
        <translation>%1, Anschluss %2</translation>
    </message>
    <message>
        <source>%1 is out of order: %2</source>
        <translation>%1 ist gestört: %2</translation>
    </message>
    <message>
        <source>%1 reports: %2</source>
        <translation>%1 meldet: %2</translation>
    </message>
    <message>
        <source>OCPP: %1 %2</source>
        <translation>OCPP: %1 %2</translation>
    </message>
    <message>
        <source>Open the station</source>
        <translation>Station öffnen</translation>
    </message>
    <message>
        <source>%1 is offline</source>
        <translation>%1 ist offline</translation>
    </message>
    <message>
        <source>A session was running; it is booked when the station is back. Look at its power and its network.</source>
        <translation>Ein Ladevorgang lief; er wird gebucht, sobald die Station zurück ist. Prüfen Sie Strom und Netzwerk der Station.</translation>
    </message>
    <message>
        <source>Look whether it has power and network; nothing is lost, it tells what happened when it is back.</source>
        <translation>Prüfen Sie, ob sie Strom und Netzwerk hat; nichts geht verloren, sie meldet alles, sobald sie zurück ist.</translation>
    </message>
    <message>
        <source>%1 knocks and was not let in</source>
        <translation>%1 klopft an und wurde nicht eingelassen</translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) knock and were not let in</source>
        <translation>
            <numerusform>%n Station klopft an und wurde nicht eingelassen</numerusform>
            <numerusform>%n Stationen klopfen an und wurden nicht eingelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>If it is yours, accept it; it connects by itself when it tries again.</source>
        <translation>Gehört sie Ihnen, nehmen Sie sie an; sie verbindet sich beim nächsten Versuch von selbst.</translation>
    </message>
    <message>
        <source>See who knocks</source>
        <translation>Zeigen, wer anklopft</translation>
    </message>
    <message>
        <source>%1 is new and waits for you</source>
        <translation>%1 ist neu und wartet auf Sie</translation>
    </message>
    <message>
        <source>%1 (%2) is new and waits for you</source>
        <translation>%1 (%2) ist neu und wartet auf Sie</translation>
    </message>
    <message>
        <source>It may not charge until you accept it.</source>
        <translation>Sie darf erst laden, wenn Sie sie annehmen.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Session %1 on %2 has no end</source>
        <translation>Ladevorgang %1 an %2 hat kein Ende</translation>
    </message>
    <message>
        <source>Nothing shows that it still runs. Close it with the last known meter value: %1.</source>
        <translation>Nichts deutet darauf hin, dass er noch läuft. Schließen Sie ihn mit dem letzten bekannten Zählerstand: %1.</translation>
    </message>
    <message>
        <source>Its station is away. Close it with the last known meter value: %1. If the station tells the end after all, that counts.</source>
        <translation>Seine Station ist nicht da. Schließen Sie ihn mit dem letzten bekannten Zählerstand: %1. Meldet die Station das Ende doch noch, so gilt dieses.</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Ladekarte %1</translation>
    </message>
    <message>
        <source>Close the session</source>
        <translation>Ladevorgang schließen</translation>
    </message>
    <message>
        <source>%1 ended a session that is not known</source>
        <translation>%1 hat einen unbekannten Ladevorgang beendet</translation>
    </message>
    <message>
        <source>Tag, time and meter fit session %1 on connector %2, which has no end.</source>
        <translation>Karte, Zeit und Zähler passen zum Ladevorgang %1 an Anschluss %2, der kein Ende hat.</translation>
    </message>
    <message>
        <source>It is session %1</source>
        <translation>Es ist Ladevorgang %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>No session fits, so nothing was booked. If it charged before this program knew it, dismiss it.</source>
        <translation>Kein Ladevorgang passt, daher wurde nichts gebucht. Wurde geladen, bevor dieses Programm die Station kannte, verwerfen Sie die Meldung.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>%1 ended the same session twice, differently</source>
        <translation>%1 hat denselben Ladevorgang zweimal verschieden beendet</translation>
    </message>
    <message>
        <source>The first end counts. Dismiss it if the session looks right.</source>
        <translation>Das erste Ende gilt. Verwerfen Sie die Meldung, wenn der Ladevorgang richtig aussieht.</translation>
    </message>
    <message>
        <source>%1 sent a message about a session that cannot be read</source>
        <translation>%1 hat eine unlesbare Nachricht zu einem Ladevorgang gesendet</translation>
    </message>
    <message>
        <source>It was answered, so the station goes on, but nothing was booked. Show the message to the station&apos;s vendor.</source>
        <translation>Sie wurde beantwortet, die Station arbeitet also weiter, aber nichts wurde gebucht. Zeigen Sie die Nachricht dem Hersteller der Station.</translation>
    </message>
    <message>
        <source>%1 sent something that cannot be booked</source>
        <translation>%1 hat etwas gesendet, das sich nicht buchen lässt</translation>
    </message>
    <message numerus="yes">
        <source>%1 must restart for %n setting(s)</source>
        <translation>
            <numerusform>%1 muss für %n Einstellung neu starten</numerusform>
            <numerusform>%1 muss für %n Einstellungen neu starten</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>It is offline; a restart there does the same.</source>
        <translation>Sie ist offline; ein Neustart vor Ort tut dasselbe.</translation>
    </message>
    <message>
        <source>A car is charging; restart when the session is over.</source>
        <translation>Ein Auto lädt; starten Sie neu, wenn der Ladevorgang zu Ende ist.</translation>
    </message>
    <message>
        <source>Nobody charges there now. It is back after about a minute.</source>
        <translation>Niemand lädt dort gerade. In etwa einer Minute ist sie zurück.</translation>
    </message>
    <message>
        <source>%1 does not know the setting %2</source>
        <translation>%1 kennt die Einstellung %2 nicht</translation>
    </message>
    <message>
        <source>Leave it as it is; the station works without it.</source>
        <translation>Lassen Sie es, wie es ist; die Station arbeitet auch ohne sie.</translation>
    </message>
    <message>
        <source>%1 refused a new value for %2</source>
        <translation>%1 hat einen neuen Wert für %2 abgelehnt</translation>
    </message>
    <message>
        <source>%1 refused %2 = %3</source>
        <translation>%1 hat %2 = %3 abgelehnt</translation>
    </message>
    <message>
        <source>Keep what the station has, or try another value.</source>
        <translation>Behalten Sie, was die Station hat, oder versuchen Sie einen anderen Wert.</translation>
    </message>
    <message>
        <source>Keep what the station has: %1.</source>
        <translation>Behalten Sie, was die Station hat: %1.</translation>
    </message>
    <message>
        <source>Keep the station&apos;s</source>
        <translation>Wert der Station behalten</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 ahead</source>
        <translation>Die Uhr von %1 geht %2 vor</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 behind</source>
        <translation>Die Uhr von %1 geht %2 nach</translation>
    </message>
    <message>
        <source>Its sessions get wrong times. It is told the right time whenever it says that it is there: ask it to. If that does not help, restart it.</source>
        <translation>Ihre Ladevorgänge bekommen falsche Zeiten. Sie erfährt die richtige Zeit, wann immer sie sich meldet: fordern Sie sie dazu auf. Hilft das nicht, starten Sie sie neu.</translation>
    </message>
    <message>
        <source>Tell it the time</source>
        <translation>Zeit mitteilen</translation>
    </message>
    <message>
        <source>OCPP: TriggerMessage(Heartbeat)</source>
        <translation>OCPP: TriggerMessage(Heartbeat)</translation>
    </message>
    <message>
        <source>The tag %1 is not known</source>
        <translation>Die Ladekarte %1 ist unbekannt</translation>
    </message>
    <message>
        <source>It was shown at %1. If it belongs to one of your people, add it.</source>
        <translation>Sie wurde an %1 vorgehalten. Gehört sie zu Ihren Leuten, fügen Sie sie hinzu.</translation>
    </message>
    <message>
        <source>It was shown %1 times, last at %2. If it belongs to one of your people, add it.</source>
        <translation>Sie wurde %1-mal vorgehalten, zuletzt an %2. Gehört sie zu Ihren Leuten, fügen Sie sie hinzu.</translation>
    </message>
    <message>
        <source>Add the tag</source>
        <translation>Ladekarte hinzufügen</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>The demo site is not running</source>
        <translation>Der Demo-Standort läuft nicht</translation>
    </message>
    <message numerus="yes">
        <source>Its %n simulated station(s) stand(s) still. Start it to look around, or remove it with its cards; its sessions stay in the books.</source>
        <translation>
            <numerusform>Seine simulierte Ladestation steht still. Starten Sie ihn, um sich umzusehen, oder entfernen Sie ihn mit seinen Ladekarten; seine Ladevorgänge bleiben in den Büchern.</numerusform>
            <numerusform>Seine %n simulierten Ladestationen stehen still. Starten Sie ihn, um sich umzusehen, oder entfernen Sie ihn mit seinen Ladekarten; seine Ladevorgänge bleiben in den Büchern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %n simulated station(s) stand(s) still. Start the central system with --demo to have it run, or remove it with its cards; its sessions stay in the books.</source>
        <translation>
            <numerusform>Seine simulierte Ladestation steht still. Damit sie läuft, starten Sie das Zentralsystem mit --demo; oder entfernen Sie ihn mit seinen Ladekarten. Seine Ladevorgänge bleiben in den Büchern.</numerusform>
            <numerusform>Seine %n simulierten Ladestationen stehen still. Damit sie laufen, starten Sie das Zentralsystem mit --demo; oder entfernen Sie ihn mit seinen Ladekarten. Seine Ladevorgänge bleiben in den Büchern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start it</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s). %1</source>
        <translation>
            <numerusform>%n-mal. %1</numerusform>
            <numerusform>%n-mal. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Changing the configuration of %1 was given up</source>
        <translation>Die Konfiguration von %1 zu ändern wurde aufgegeben</translation>
    </message>
    <message>
        <source>Bringing %1 its local list was given up</source>
        <translation>%1 die lokale Liste zu geben wurde aufgegeben</translation>
    </message>
    <message>
        <source>Bringing %1 its charging profiles was given up</source>
        <translation>%1 die Ladeprofile zu geben wurde aufgegeben</translation>
    </message>
    <message>
        <source>Bringing %1 its certificates was given up</source>
        <translation>%1 die Zertifikate zu geben wurde aufgegeben</translation>
    </message>
    <message>
        <source>Updating the firmware of %1 was given up</source>
        <translation>Die Firmware von %1 zu aktualisieren wurde aufgegeben</translation>
    </message>
    <message>
        <source>Bringing %1 what is wanted of it was given up</source>
        <translation>%1 zu geben, was gewünscht ist, wurde aufgegeben</translation>
    </message>
    <message>
        <source>Open its local list</source>
        <translation>Lokale Liste öffnen</translation>
    </message>
    <message>
        <source>Open its profiles</source>
        <translation>Profile öffnen</translation>
    </message>
    <message>
        <source>Open its update</source>
        <translation>Aktualisierung öffnen</translation>
    </message>
    <message>
        <source>Have it tried again when the station is well.</source>
        <translation>Lassen Sie es erneut versuchen, wenn die Station in Ordnung ist.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The certificate of %1 for Plug &amp; Charge was not signed</source>
        <translation>Das Zertifikat von %1 für Plug &amp; Charge wurde nicht signiert</translation>
    </message>
    <message>
        <source>%1 refused its certificate for Plug &amp; Charge</source>
        <translation>%1 hat sein Zertifikat für Plug &amp; Charge abgelehnt</translation>
    </message>
    <message>
        <source>%1 waits for a certificate for Plug &amp; Charge</source>
        <translation>%1 wartet auf ein Zertifikat für Plug &amp; Charge</translation>
    </message>
    <message>
        <source>Save its request, have an authority sign it, and give it the certificate that comes back.</source>
        <translation>Speichern Sie die Anforderung, lassen Sie sie von einer Zertifizierungsstelle signieren, und geben Sie der Station das Zertifikat, das zurückkommt.</translation>
    </message>
    <message>
        <source>Files go over HTTP only</source>
        <translation>Dateien gehen nur über HTTP</translation>
    </message>
    <message>
        <source>none is known</source>
        <translation>keiner ist bekannt</translation>
    </message>
</context>
<context>
    <name>ui::AttentionDeeds</name>
    <message>
        <source>%1 is accepted.</source>
        <translation>%1 ist angenommen.</translation>
    </message>
    <message>
        <source>%1 is rejected.</source>
        <translation>%1 ist abgelehnt.</translation>
    </message>
    <message>
        <source>Session %1 has its end, with %2.</source>
        <translation>Ladevorgang %1 hat sein Ende, mit %2.</translation>
    </message>
    <message>
        <source>Dismissed.</source>
        <translation>Verworfen.</translation>
    </message>
    <message>
        <source>%1 is asked to restart.</source>
        <translation>%1 wurde um einen Neustart gebeten.</translation>
    </message>
    <message>
        <source>%1 is asked to fetch the time.</source>
        <translation>%1 wurde gebeten, die Zeit zu holen.</translation>
    </message>
    <message>
        <source>%1 of %2 stays as the station has it.</source>
        <translation>%1 von %2 bleibt, wie die Station es hat.</translation>
    </message>
    <message>
        <source>Tag %1 may charge from now on.</source>
        <translation>Ladekarte %1 darf ab jetzt laden.</translation>
    </message>
    <message>
        <source>Tag %1 is ignored until it is shown again.</source>
        <translation>Ladekarte %1 wird ignoriert, bis sie wieder vorgehalten wird.</translation>
    </message>
    <message>
        <source>A session has begun there meanwhile.</source>
        <translation>Dort hat inzwischen ein Ladevorgang begonnen.</translation>
    </message>
    <message>
        <source>It has been settled meanwhile.</source>
        <translation>Das hat sich inzwischen erledigt.</translation>
    </message>
    <message>
        <source>It was not taken back. %1</source>
        <translation>Es wurde nicht rückgängig gemacht. %1</translation>
    </message>
    <message>
        <source>The demo site is removed, with its cards.</source>
        <translation>Der Demo-Standort ist entfernt, mit seinen Ladekarten.</translation>
    </message>
    <message>
        <source>It is tried again for %1.</source>
        <translation>Für %1 wird es noch einmal versucht.</translation>
    </message>
    <message>
        <source>Session %1 has its end. Its energy is not known.</source>
        <translation>Ladevorgang %1 hat sein Ende. Seine Energie ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>ui::AttentionList</name>
    <message>
        <source>Nothing needs you. Faults, missing stations, sessions without an end and unknown tags appear here.</source>
        <translation>Nichts wartet auf Sie. Störungen, fehlende Stationen, Ladevorgänge ohne Ende und unbekannte Ladekarten erscheinen hier.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ui::AttentionRow</name>
    <message>
        <source>%1: %2</source>
        <comment>button, what it is about</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::BackupFlow</name>
    <message>
        <source>Back up to</source>
        <translation>Sichern nach</translation>
    </message>
    <message>
        <source>Databases (*.sqlite)</source>
        <translation>Datenbanken (*.sqlite)</translation>
    </message>
    <message>
        <source>Backing up to %1. Charging goes on meanwhile.</source>
        <translation>Die Daten werden nach %1 gesichert. Das Laden geht unterdessen weiter.</translation>
    </message>
    <message>
        <source>Backed up to %1 (%2), and checked.</source>
        <translation>Nach %1 gesichert (%2) und geprüft.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>A backup replaces the whole database, so nothing may be using it. Stop the engine that this window has joined, and run: stationmasterctl restore FILE</source>
        <translation>Eine Sicherung ersetzt die ganze Datenbank, deshalb darf nichts sie benutzen. Beenden Sie den Dienst, mit dem dieses Fenster verbunden ist, und führen Sie aus: stationmasterctl restore DATEI</translation>
    </message>
    <message>
        <source>Restore from</source>
        <translation>Wiederherstellen aus</translation>
    </message>
    <message>
        <source>Stationmaster will check %1, put it in the place of the present database, and start again. The present database is kept beside it. Stations reconnect by themselves.</source>
        <translation>Stationmaster prüft %1, setzt es an die Stelle der jetzigen Datenbank und startet neu. Die jetzige Datenbank bleibt daneben erhalten. Die Stationen verbinden sich von selbst wieder.</translation>
    </message>
    <message>
        <source>Replace and restart</source>
        <translation>Ersetzen und neu starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is no folder %1, or it may not be written to. Choose another one.</source>
        <translation>Den Ordner %1 gibt es nicht, oder er ist schreibgeschützt. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>A PostgreSQL database is backed up with its own tool: pg_dump --format=custom --file=BACKUP &quot;%1&quot;</source>
        <translation>Eine PostgreSQL-Datenbank wird mit ihrem eigenen Werkzeug gesichert: pg_dump --format=custom --file=SICHERUNG &quot;%1&quot;</translation>
    </message>
    <message>
        <source>%1 exists already, and a backup overwrites nothing. Choose another name.</source>
        <translation>%1 gibt es schon, und eine Sicherung überschreibt nichts. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The backup was cancelled. Nothing was written.</source>
        <translation>Die Sicherung wurde abgebrochen. Es wurde nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>ui::BatchRow</name>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Being queued</source>
        <translation>Wird eingereiht</translation>
    </message>
    <message>
        <source>Not queued</source>
        <translation>Nicht eingereiht</translation>
    </message>
</context>
<context>
    <name>ui::BatchView</name>
    <message>
        <source>Progress by station</source>
        <translation>Fortschritt je Station</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Back to the commands</source>
        <translation>Zurück zu den Befehlen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n done</source>
        <comment>stations</comment>
        <translation>
            <numerusform>%1 von %n erledigt</numerusform>
            <numerusform>%1 von %n erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n unterwegs</numerusform>
            <numerusform>%n unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>command, how far</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Try %1 again</source>
        <translation>%1 erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>Try %n again</source>
        <translation>
            <numerusform>%n erneut versuchen</numerusform>
            <numerusform>%n erneut versuchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n eingereiht</numerusform>
            <numerusform>%n eingereiht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n queued</source>
        <translation>
            <numerusform>%n eingereihten abbrechen</numerusform>
            <numerusform>%n eingereihte abbrechen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CardLearner</name>
    <message>
        <source>Hold the card to the reader of any station now. It need not be allowed to charge.</source>
        <translation>Halten Sie die Karte jetzt an das Lesegerät einer beliebigen Station. Sie muss nicht laden dürfen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Card %1 was shown at %2. It is known already.</source>
        <translation>Karte %1 wurde an %2 vorgehalten. Sie ist schon bekannt.</translation>
    </message>
    <message>
        <source>Card %1 was shown at %2.</source>
        <translation>Karte %1 wurde an %2 vorgehalten.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Wait for another</source>
        <translation>Auf eine andere warten</translation>
    </message>
    <message>
        <source>No station is connected, so none can tell of a card. It goes on when one is back; or type the number on the card under Add tag.</source>
        <translation>Keine Station ist verbunden, also kann keine eine Karte melden. Es geht weiter, sobald eine zurück ist; oder tippen Sie die Nummer der Karte unter „Ladekarte hinzufügen“ ein.</translation>
    </message>
    <message>
        <source>Cards cannot be read now. %1</source>
        <translation>Karten können jetzt nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ui::CarryView</name>
    <message numerus="yes">
        <source>%n being changed</source>
        <translation>
            <numerusform>%n wird geändert</numerusform>
            <numerusform>%n werden geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) until it is back</source>
        <translation>
            <numerusform>%n wartet, bis sie zurück ist</numerusform>
            <numerusform>%n warten, bis sie zurück ist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in effect</source>
        <translation>
            <numerusform>%n gilt</numerusform>
            <numerusform>%n gelten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a restart</source>
        <translation>
            <numerusform>%n braucht einen Neustart</numerusform>
            <numerusform>%n brauchen einen Neustart</numerusform>
        </translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>Carry settings over</source>
        <translation>Einstellungen übertragen</translation>
    </message>
    <message>
        <source>Back to the configuration</source>
        <translation>Zurück zur Konfiguration</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stationen</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Apply %1 to %2</source>
        <comment>3 settings, 2 stations</comment>
        <translation>%1 auf %2 anwenden</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n Einstellung</numerusform>
            <numerusform>%n Einstellungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n station(s)</source>
        <translation>
            <numerusform>%n Station</numerusform>
            <numerusform>%n Stationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n station(s) done</source>
        <translation>
            <numerusform>%1 von %n Station fertig</numerusform>
            <numerusform>%1 von %n Stationen fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refuse(s) something</source>
        <translation>
            <numerusform>%n lehnt etwas ab</numerusform>
            <numerusform>%n lehnen etwas ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The stations are told their values of before</source>
        <translation>Die Stationen bekommen ihre früheren Werte zurück</translation>
    </message>
    <message>
        <source>Nothing was carried over. %1</source>
        <translation>Es wurde nichts übertragen. %1</translation>
    </message>
    <message>
        <source>Taken back: the stations are told their values of before.</source>
        <translation>Rückgängig gemacht: Die Stationen bekommen ihre früheren Werte zurück.</translation>
    </message>
    <message>
        <source>It was not taken back. %1</source>
        <translation>Es wurde nicht rückgängig gemacht. %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
</context>
<context>
    <name>ui::ChargingRow</name>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>no session</source>
        <translation>kein Ladevorgang</translation>
    </message>
    <message>
        <source>The station says that it charges, but has not told of a session.</source>
        <translation>Die Station sagt, dass sie lädt, hat aber keinen Ladevorgang gemeldet.</translation>
    </message>
    <message>
        <source>Tag %1, session %2</source>
        <translation>Ladekarte %1, Ladevorgang %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Power now</source>
        <translation>Leistung jetzt</translation>
    </message>
</context>
<context>
    <name>ui::CheckList</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Pick all: %1</source>
        <translation>Alle auswählen: %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Pick none: %1</source>
        <translation>Nichts auswählen: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>picked of all</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::ChoiceEditor</name>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
</context>
<context>
    <name>ui::ClosingFlow</name>
    <message>
        <source>Without Stationmaster the stations are offline: cards may be refused, and sessions arrive late. Keep it running in the background when this window closes? You can change that in the settings.</source>
        <translation>Ohne Stationmaster sind die Stationen offline: Ladekarten werden vielleicht abgewiesen, und Ladevorgänge kommen verspätet an. Soll es im Hintergrund weiterlaufen, wenn Sie dieses Fenster schließen? Das lässt sich in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>ui::CommandAction</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
</context>
<context>
    <name>ui::CommandForm</name>
    <message>
        <source>This is needed.</source>
        <translation>Diese Angabe fehlt.</translation>
    </message>
    <message>
        <source>This value is not allowed here.</source>
        <translation>Dieser Wert ist hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>This is not the right kind of value.</source>
        <translation>Dieser Wert hat nicht die richtige Form.</translation>
    </message>
</context>
<context>
    <name>ui::CommandHead</name>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
</context>
<context>
    <name>ui::CommandList</name>
    <message>
        <source>The engine sends this to have the station as it is to be. Cancelling it pauses that (%1): nothing more of it is sent until you resume it.</source>
        <translation>Der Dienst sendet das, damit die Station so ist, wie sie sein soll. Abbrechen hält das an (%1): Es wird nichts davon mehr gesendet, bis Sie es fortsetzen.</translation>
    </message>
    <message>
        <source>the command “%1” of %2</source>
        <comment>its title, the station</comment>
        <translation>Befehl „%1“ von %2</translation>
    </message>
    <message>
        <source>the command “%1” of %2 (not sent: %3)</source>
        <comment>its title, the station, why</comment>
        <translation>Befehl „%1“ von %2 (nicht gesendet: %3)</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Go to a page, or do something</source>
        <translation>Zu einer Seite gehen oder etwas tun</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Passende Befehle</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
</context>
<context>
    <name>ui::CommandRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>The station&apos;s answer</source>
        <translation>Antwort der Station</translation>
    </message>
    <message>
        <source>%1 again</source>
        <translation>%1 wiederholen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n stations</source>
        <comment>button of a command</comment>
        <translation>
            <numerusform>%1: %n Station</numerusform>
            <numerusform>%1: %n Stationen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CommandSpec</name>
    <message>
        <source>Charging</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Start charging</source>
        <translation>Laden starten</translation>
    </message>
    <message>
        <source>The station charges in the name of a tag as soon as a car is plugged in.</source>
        <translation>Die Station lädt im Namen einer Ladekarte, sobald ein Auto angesteckt ist.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop charging</source>
        <translation>Laden beenden</translation>
    </message>
    <message>
        <source>The station ends the session and frees the cable.</source>
        <translation>Die Station beendet den Ladevorgang und gibt das Kabel frei.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Unlock a connector</source>
        <translation>Anschluss entriegeln</translation>
    </message>
    <message>
        <source>For a cable that is stuck. A running session on the connector ends first.</source>
        <translation>Für ein Kabel, das festsitzt. Ein laufender Ladevorgang am Anschluss endet vorher.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entriegeln</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>The station restarts and connects again, mostly within two minutes.</source>
        <translation>Die Station startet neu und verbindet sich wieder, meist binnen zwei Minuten.</translation>
    </message>
    <message>
        <source>A car is charging. A hard restart cuts it off, and the station may lose the session.</source>
        <translation>Ein Auto lädt. Ein harter Neustart unterbricht es, und die Station kann den Ladevorgang verlieren.</translation>
    </message>
    <message>
        <source>Put in or out of service</source>
        <translation>In oder außer Betrieb nehmen</translation>
    </message>
    <message>
        <source>A running session goes on to its end; the change waits for it.</source>
        <translation>Ein laufender Ladevorgang wird noch zu Ende geführt; die Änderung wartet darauf.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Ask for a message</source>
        <translation>Nachricht anfordern</translation>
    </message>
    <message>
        <source>The station sends the message now instead of when it is due.</source>
        <translation>Die Station sendet die Nachricht jetzt statt erst, wenn sie fällig ist.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Anfordern</translation>
    </message>
    <message>
        <source>Clear the tag cache</source>
        <translation>Kartenspeicher leeren</translation>
    </message>
    <message>
        <source>The station forgets which tags it has seen and asks here again.</source>
        <translation>Die Station vergisst, welche Ladekarten sie gesehen hat, und fragt wieder hier nach.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Read the configuration</source>
        <translation>Konfiguration lesen</translation>
    </message>
    <message>
        <source>All keys, or those named here.</source>
        <translation>Alle Schlüssel oder die hier genannten.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Change the configuration</source>
        <translation>Konfiguration ändern</translation>
    </message>
    <message>
        <source>Some keys are valid only after the next restart.</source>
        <translation>Manche Schlüssel gelten erst nach dem nächsten Neustart.</translation>
    </message>
    <message>
        <source>Send vendor data</source>
        <translation>Herstellerdaten senden</translation>
    </message>
    <message>
        <source>What only this vendor&apos;s stations understand; see its manual.</source>
        <translation>Was nur Stationen dieses Herstellers verstehen; siehe deren Handbuch.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>The station is not accepted yet: until then no session may be started or ended from here (OCPP 4.2). Accept it first.</source>
        <translation>Die Station ist noch nicht angenommen: Bis dahin darf von hier aus kein Ladevorgang begonnen oder beendet werden (OCPP 4.2). Nehmen Sie sie zuerst an.</translation>
    </message>
</context>
<context>
    <name>ui::CommandStory</name>
    <message>
        <source>Sent, waiting for the answer</source>
        <translation>Gesendet, wartet auf die Antwort</translation>
    </message>
    <message>
        <source>Rejected by the station</source>
        <translation>Von der Station abgelehnt</translation>
    </message>
    <message>
        <source>Answered with an error</source>
        <translation>Mit einem Fehler beantwortet</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine Antwort in der vorgesehenen Zeit</translation>
    </message>
    <message>
        <source>Connection lost before the answer</source>
        <translation>Verbindung vor der Antwort verloren</translation>
    </message>
    <message>
        <source>Not sent: the station did not come back in time</source>
        <translation>Nicht gesendet: Die Station kam nicht rechtzeitig wieder</translation>
    </message>
    <message>
        <source>Cancelled before it was sent</source>
        <translation>Vor dem Senden abgebrochen</translation>
    </message>
    <message>
        <source>Charging: session %1 has started</source>
        <translation>Lädt: Ladevorgang %1 hat begonnen</translation>
    </message>
    <message>
        <source>Session %1 has ended</source>
        <translation>Ladevorgang %1 ist beendet</translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>Neu gestartet</translation>
    </message>
    <message>
        <source>Done, and confirmed by its status</source>
        <translation>Erledigt und durch den Status bestätigt</translation>
    </message>
    <message>
        <source>Accepted, but no session has started</source>
        <translation>Angenommen, aber kein Ladevorgang hat begonnen</translation>
    </message>
    <message>
        <source>Accepted, but the session goes on</source>
        <translation>Angenommen, aber der Ladevorgang läuft weiter</translation>
    </message>
    <message>
        <source>Accepted, but it has not restarted</source>
        <translation>Angenommen, aber sie ist nicht neu gestartet</translation>
    </message>
    <message>
        <source>Accepted, but its status has not changed</source>
        <translation>Angenommen, aber der Status hat sich nicht geändert</translation>
    </message>
    <message>
        <source>Accepted, waiting for a car</source>
        <translation>Angenommen, wartet auf ein Auto</translation>
    </message>
    <message>
        <source>Accepted, session is ending</source>
        <translation>Angenommen, Ladevorgang endet</translation>
    </message>
    <message>
        <source>Accepted, restarting</source>
        <translation>Angenommen, startet neu</translation>
    </message>
    <message>
        <source>Accepted, waiting for its status</source>
        <translation>Angenommen, wartet auf den Status</translation>
    </message>
    <message>
        <source>Scheduled: when the session is over</source>
        <translation>Vorgemerkt: wenn der Ladevorgang zu Ende ist</translation>
    </message>
    <message>
        <source>Accepted; valid after a restart</source>
        <translation>Angenommen; gilt nach einem Neustart</translation>
    </message>
    <message>
        <source>Not supported by the station</source>
        <translation>Von der Station nicht unterstützt</translation>
    </message>
    <message>
        <source>The station cannot send this message</source>
        <translation>Die Station kann diese Nachricht nicht senden</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Entriegelt</translation>
    </message>
    <message>
        <source>The lock did not open</source>
        <translation>Die Verriegelung hat sich nicht gelöst</translation>
    </message>
    <message>
        <source>The station does not know this vendor</source>
        <translation>Die Station kennt diesen Hersteller nicht</translation>
    </message>
    <message>
        <source>The station does not know this message</source>
        <translation>Die Station kennt diese Nachricht nicht</translation>
    </message>
    <message numerus="yes">
        <source>Read %n key(s)</source>
        <translation>
            <numerusform>Einen Schlüssel gelesen</numerusform>
            <numerusform>%n Schlüssel gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Queued until the station is back</source>
        <translation>Eingereiht, bis die Station wieder da ist</translation>
    </message>
    <message>
        <source>Asked for at %1</source>
        <translation>Angefordert: %1</translation>
    </message>
    <message>
        <source>Sent at %1</source>
        <translation>Gesendet: %1</translation>
    </message>
    <message>
        <source>Answered at %1</source>
        <translation>Beantwortet: %1</translation>
    </message>
    <message>
        <source>Outcome expected until %1</source>
        <translation>Ergebnis erwartet bis %1</translation>
    </message>
    <message>
        <source>%1 (late)</source>
        <translation>%1 (verspätet)</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>The station cannot unlock, or has no such connector</source>
        <translation>Die Ladestation kann nicht entriegeln oder hat diesen Anschluss nicht</translation>
    </message>
    <message>
        <source>The message has arrived</source>
        <translation>Die Nachricht ist gekommen</translation>
    </message>
    <message>
        <source>Accepted, but the message has not come</source>
        <translation>Angenommen, aber die Nachricht kam nicht</translation>
    </message>
    <message>
        <source>Accepted, waiting for the message</source>
        <translation>Angenommen, wartet auf die Nachricht</translation>
    </message>
    <message>
        <source>The connector is in use, or reserved already</source>
        <translation>Der Anschluss ist belegt oder schon reserviert</translation>
    </message>
    <message>
        <source>The connector is faulted</source>
        <translation>Der Anschluss ist gestört</translation>
    </message>
    <message>
        <source>The connector is out of service</source>
        <translation>Der Anschluss ist außer Betrieb</translation>
    </message>
    <message>
        <source>Ended at %1</source>
        <translation>Beendet: %1</translation>
    </message>
</context>
<context>
    <name>ui::CompareView</name>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Back to the configuration</source>
        <translation>Zurück zur Konfiguration</translation>
    </message>
    <message>
        <source>The other station</source>
        <translation>Die andere Station</translation>
    </message>
    <message>
        <source>Choose a station</source>
        <translation>Station wählen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>Compare %1 with</source>
        <translation>%1 vergleichen mit</translation>
    </message>
    <message>
        <source>This cannot be carried over: it is read only, or not reported.</source>
        <translation>Das lässt sich nicht übertragen: Es ist nur lesbar oder nicht gemeldet.</translation>
    </message>
    <message>
        <source>Only what differs is shown. Pick what is to become here as it is there.</source>
        <translation>Nur die Unterschiede werden gezeigt. Wählen Sie, was hier werden soll wie dort.</translation>
    </message>
    <message>
        <source>The two have the same configuration, as far as they tell.</source>
        <translation>Beide haben dieselbe Konfiguration, soweit sie sie mitteilen.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) differ. Pick what is to become here as it is there.</source>
        <translation>
            <numerusform>%n Schlüssel ist verschieden. Wählen Sie, was hier werden soll wie dort.</numerusform>
            <numerusform>%n Schlüssel sind verschieden. Wählen Sie, was hier werden soll wie dort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n value(s) from %1</source>
        <translation>
            <numerusform>%n Wert von %1 übernehmen</numerusform>
            <numerusform>%n Werte von %1 übernehmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CompositeExport</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>PDF, to hand over</source>
        <translation>PDF, zum Weitergeben</translation>
    </message>
    <message>
        <source>PNG, a picture</source>
        <translation>PNG, ein Bild</translation>
    </message>
    <message>
        <source>SVG, a drawing</source>
        <translation>SVG, eine Zeichnung</translation>
    </message>
    <message>
        <source>XLSX, a workbook</source>
        <translation>XLSX, eine Arbeitsmappe</translation>
    </message>
    <message>
        <source>CSV, a table</source>
        <translation>CSV, eine Tabelle</translation>
    </message>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON, für Programme</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>Export nach %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The station or the connector is no longer there.</source>
        <translation>Die Station oder der Anschluss ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The export to %1 has stopped: %2</source>
        <translation>Der Export nach %1 ist abgebrochen: %2</translation>
    </message>
    <message>
        <source>Exported to %1 (%2).</source>
        <translation>Nach %1 exportiert (%2).</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>ui::CompositeView</name>
    <message>
        <source>Ask the station</source>
        <translation>Station fragen</translation>
    </message>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>Wie weit voraus</translation>
    </message>
    <message>
        <source>next 4 hours</source>
        <translation>4 Stunden</translation>
    </message>
    <message>
        <source>next 24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>next 7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>its own unit</source>
        <translation>eigene Einheit</translation>
    </message>
    <message>
        <source>in ampere</source>
        <translation>in Ampere</translation>
    </message>
    <message>
        <source>in watt</source>
        <translation>in Watt</translation>
    </message>
    <message>
        <source>Told %1.</source>
        <translation>Gesagt: %1.</translation>
    </message>
    <message>
        <source>The station has not told it yet.</source>
        <translation>Die Station hat es noch nicht gesagt.</translation>
    </message>
    <message>
        <source>What all profiles amount to: the most that is allowed here, as computed, as the station tells it, and what the meter shows.</source>
        <translation>Was alle Profile zusammen ergeben: das Höchste, was hier erlaubt ist, berechnet, wie die Station es meldet, und was der Zähler zeigt.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>This connector as</source>
        <translation>Dieser Anschluss als</translation>
    </message>
    <message>
        <source>All connectors as</source>
        <translation>Alle Anschlüsse als</translation>
    </message>
</context>
<context>
    <name>ui::ConfigurationDeeds</name>
    <message>
        <source>A session has begun there meanwhile.</source>
        <translation>Dort hat inzwischen ein Ladevorgang begonnen.</translation>
    </message>
</context>
<context>
    <name>ui::ConfigurationList</name>
    <message>
        <source>Search keys</source>
        <translation>Schlüssel suchen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Ask the station for all its keys</source>
        <translation>Die Station nach allen Schlüsseln fragen</translation>
    </message>
    <message>
        <source>More for the configuration</source>
        <translation>Mehr zur Konfiguration</translation>
    </message>
    <message>
        <source>Compare, carry over, export, import</source>
        <translation>Vergleichen, übertragen, exportieren, importieren</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>gelesen %1</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) become(s) valid with the next restart.</source>
        <translation>
            <numerusform>%n Einstellung gilt nach dem nächsten Neustart.</numerusform>
            <numerusform>%n Einstellungen gelten nach dem nächsten Neustart.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <comment>needs a restart; how the restart stands</comment>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>%1 A session is running: restart when it has ended.</source>
        <translation>%1 Ein Ladevorgang läuft: Neustart, wenn er beendet ist.</translation>
    </message>
    <message>
        <source>%1 The station is offline.</source>
        <translation>%1 Die Station ist offline.</translation>
    </message>
    <message>
        <source>%1 The last try: %2.</source>
        <translation>%1 Der letzte Versuch: %2.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>No key matches</source>
        <translation>Kein Schlüssel passt</translation>
    </message>
    <message>
        <source>Fewer letters match more.</source>
        <translation>Weniger Buchstaben finden mehr.</translation>
    </message>
    <message>
        <source>The configuration is being read</source>
        <translation>Die Konfiguration wird gelesen</translation>
    </message>
    <message>
        <source>It takes a few seconds.</source>
        <translation>Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>The configuration has not been read yet</source>
        <translation>Die Konfiguration wurde noch nicht gelesen</translation>
    </message>
    <message>
        <source>It tells how the station behaves, key by key.</source>
        <translation>Sie sagt Schlüssel für Schlüssel, wie sich die Station verhält.</translation>
    </message>
    <message>
        <source>Read now</source>
        <translation>Jetzt lesen</translation>
    </message>
    <message>
        <source>That happens by itself when the station connects.</source>
        <translation>Das geschieht von selbst, wenn sich die Station verbindet.</translation>
    </message>
    <message>
        <source>The configuration cannot be read</source>
        <translation>Die Konfiguration lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>the new key</source>
        <translation>neuer Schlüssel</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a key of a station</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::ConfigurationRow</name>
    <message>
        <source>A key of this vendor; its manual explains it.</source>
        <translation>Ein Schlüssel dieses Herstellers; sein Handbuch erklärt ihn.</translation>
    </message>
    <message>
        <source>%1 (OCPP %2)
%3</source>
        <translation>%1 (OCPP %2)
%3</translation>
    </message>
    <message>
        <source>The station has not reported this key.</source>
        <translation>Die Station hat diesen Schlüssel nicht gemeldet.</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Gelesen %1</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>On the station</source>
        <translation>An der Station</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>in effect</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>being changed</source>
        <translation>wird geändert</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>needs a restart</source>
        <translation>braucht Neustart</translation>
    </message>
    <message>
        <source>unknown there</source>
        <translation>dort unbekannt</translation>
    </message>
    <message>
        <source>The station lets nobody change this.</source>
        <translation>Die Station lässt das niemanden ändern.</translation>
    </message>
    <message>
        <source>The station has accepted it. It cannot be read back.</source>
        <translation>Die Station hat es angenommen. Es lässt sich nicht zurücklesen.</translation>
    </message>
    <message>
        <source>Wanted so, and read back from the station.</source>
        <translation>So gewünscht und von der Station zurückgelesen.</translation>
    </message>
    <message>
        <source>The station is being told; then the value is read back.</source>
        <translation>Die Station erfährt es gerade; danach wird der Wert zurückgelesen.</translation>
    </message>
    <message>
        <source>The station is offline. It is told as soon as it is back.</source>
        <translation>Die Station ist offline. Sie erfährt es, sobald sie zurück ist.</translation>
    </message>
    <message>
        <source>The station refused this value. Another one may be accepted; its manual tells which.</source>
        <translation>Die Station hat diesen Wert abgelehnt. Ein anderer geht vielleicht; ihr Handbuch sagt, welcher.</translation>
    </message>
    <message>
        <source>The station has accepted it and follows it after its next restart.</source>
        <translation>Die Station hat es angenommen und richtet sich nach dem nächsten Neustart danach.</translation>
    </message>
    <message>
        <source>The station does not know this key.</source>
        <translation>Die Station kennt diesen Schlüssel nicht.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>given up: %1</source>
        <translation>aufgegeben: %1</translation>
    </message>
    <message>
        <source>Paused: the station is not told before this is resumed, above the keys.</source>
        <translation>Angehalten: Die Station erfährt es erst, wenn es über den Schlüsseln fortgesetzt wird.</translation>
    </message>
    <message>
        <source>Given up: %1</source>
        <translation>Aufgegeben: %1</translation>
    </message>
</context>
<context>
    <name>ui::ConfigurationView</name>
    <message>
        <source>More for the configuration</source>
        <translation>Mehr zur Konfiguration</translation>
    </message>
    <message>
        <source>Compare with another station…</source>
        <translation>Mit einer anderen Station vergleichen…</translation>
    </message>
    <message>
        <source>Carry over to other stations…</source>
        <translation>Auf andere Stationen übertragen…</translation>
    </message>
    <message>
        <source>Add a key…</source>
        <translation>Schlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>As %1 has them. Pick the settings, then the stations.</source>
        <translation>Wie %1 sie hat. Wählen Sie die Einstellungen, dann die Stationen.</translation>
    </message>
    <message>
        <source>Export the configuration of %1</source>
        <translation>Konfiguration von %1 exportieren</translation>
    </message>
    <message>
        <source>%1 configuration</source>
        <translation>%1 Konfiguration</translation>
    </message>
    <message>
        <source>JSON (*.json);;CSV (*.csv)</source>
        <translation>JSON (*.json);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1. Passwords are not in it.</source>
        <translation>Nach %1 geschrieben. Passwörter sind nicht darin.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Import a configuration</source>
        <translation>Konfiguration importieren</translation>
    </message>
    <message>
        <source>Configurations (*.json *.csv)</source>
        <translation>Konfigurationen (*.json *.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>From %1. Pick the settings, then the stations.</source>
        <translation>Aus %1. Wählen Sie die Einstellungen, dann die Stationen.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) taken over; the station is being told.</source>
        <translation>
            <numerusform>%n Wert übernommen; die Station erfährt es gerade.</numerusform>
            <numerusform>%n Werte übernommen; die Station erfährt es gerade.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Taken back: the station is told its values of before.</source>
        <translation>Rückgängig gemacht: Die Station bekommt ihre früheren Werte zurück.</translation>
    </message>
    <message>
        <source>It was not taken back. %1</source>
        <translation>Es wurde nicht rückgängig gemacht. %1</translation>
    </message>
</context>
<context>
    <name>ui::ConnectHints</name>
    <message>
        <source>Both are in the same network: a phone in the charger&apos;s network must reach this computer.</source>
        <translation>Beide sind im selben Netzwerk: Ein Telefon im Netz der Ladestation muss diesen Computer erreichen.</translation>
    </message>
    <message>
        <source>This computer&apos;s firewall lets TCP port %1 in.</source>
        <translation>Die Firewall dieses Computers lässt TCP-Port %1 herein.</translation>
    </message>
    <message>
        <source>The charger is set to OCPP 1.6 JSON (&quot;OCPP-J&quot;, subprotocol ocpp1.6), not SOAP and not 2.0.1.</source>
        <translation>Die Ladestation ist auf OCPP 1.6 JSON („OCPP-J“, Subprotokoll ocpp1.6) eingestellt, nicht auf SOAP und nicht auf 2.0.1.</translation>
    </message>
    <message>
        <source>The address begins with ws://, not wss:// or http://, and has the port %1.</source>
        <translation>Die Adresse beginnt mit ws://, nicht mit wss:// oder http://, und hat den Port %1.</translation>
    </message>
    <message>
        <source>Many chargers use a new address only after a restart.</source>
        <translation>Viele Ladestationen benutzen eine neue Adresse erst nach einem Neustart.</translation>
    </message>
</context>
<context>
    <name>ui::ConnectPage</name>
    <message>
        <source>Address for the charger</source>
        <translation>Adresse für die Ladestation</translation>
    </message>
    <message>
        <source>listening on port %1</source>
        <translation>lauscht auf Port %1</translation>
    </message>
    <message>
        <source>port %1, of the engine that runs elsewhere</source>
        <translation>Port %1, des Programms, das anderswo läuft</translation>
    </message>
    <message>
        <source>If it does not knock</source>
        <translation>Wenn sie nicht anklopft</translation>
    </message>
    <message numerus="yes">
        <source>%n knock(s) and was not let in</source>
        <translation>
            <numerusform>%n Station klopft an und wurde nicht eingelassen</numerusform>
            <numerusform>%n Stationen klopfen an und wurden nicht eingelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 stations connected</source>
        <translation>%1 von %2 Stationen verbunden</translation>
    </message>
    <message>
        <source>no station is registered yet</source>
        <translation>noch keine Station angelegt</translation>
    </message>
</context>
<context>
    <name>ui::ConnectorCard</name>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Connector %1: %2</source>
        <translation>Anschluss %1: %2</translation>
    </message>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>Error code: %1 %2</source>
        <translation>Fehlercode: %1 %2</translation>
    </message>
    <message>
        <source>Connector %1</source>
        <translation>Anschluss %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The socket is full at %1.</source>
        <translation>Die Dose ist bei %1 gefüllt.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>energy, time</comment>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ui::CsvExport</name>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another folder.</source>
        <translation>%1 lässt sich nicht schreiben: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>Export nach %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The export to %1 has stopped: %2</source>
        <translation>Der Export nach %1 wurde angehalten: %2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written.</source>
        <translation>Der Export wurde abgebrochen. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The export is being cancelled.</source>
        <translation>Der Export wird abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) exported to %1 (%2).</source>
        <translation>
            <numerusform>%Ln Zeile nach %1 exportiert (%2).</numerusform>
            <numerusform>%Ln Zeilen nach %1 exportiert (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DatabaseSection</name>
    <message>
        <source>Copy where the database is</source>
        <translation>Ort der Datenbank kopieren</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Sicherung wiederherstellen…</translation>
    </message>
</context>
<context>
    <name>ui::DecimalEditor</name>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
</context>
<context>
    <name>ui::DecodedTree</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>The specification does not know this field.</source>
        <translation>Die Spezifikation kennt dieses Feld nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>ein Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
</context>
<context>
    <name>ui::DraftShelf</name>
    <message>
        <source>Your changes to %1 were put aside.</source>
        <translation>Nicht gespeicherte Änderungen sind aufgehoben: %1.</translation>
    </message>
    <message>
        <source>Back to them</source>
        <translation>Zurück zu ihnen</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück: %1</translation>
    </message>
</context>
<context>
    <name>ui::DrawnProblems</name>
    <message>
        <source>“%1”</source>
        <comment>a name in quotation marks</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Lower to level %1</source>
        <translation>Auf Stufe %1 senken</translation>
    </message>
    <message>
        <source>Convert to ampere</source>
        <translation>In Ampere umrechnen</translation>
    </message>
    <message>
        <source>Convert to watt</source>
        <translation>In Watt umrechnen</translation>
    </message>
    <message>
        <source>Round to 0 or 6 A</source>
        <translation>Auf 0 oder 6 A runden</translation>
    </message>
    <message>
        <source>Remove the end</source>
        <translation>Ende entfernen</translation>
    </message>
    <message>
        <source>Same phases everywhere</source>
        <translation>Überall gleiche Phasen</translation>
    </message>
    <message>
        <source>%1 has %2 gaps, but one profile can be silent only once. Fill them, or draw the parts in layers of their own.</source>
        <translation>%1 hat %2 Lücken, ein Profil kann aber nur einmal schweigen. Füllen Sie sie, oder zeichnen Sie die Teile in eigenen Ebenen.</translation>
    </message>
    <message>
        <source>Fill with %1</source>
        <translation>Mit %1 füllen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 and %2 are for the same at the same level: only one of them counts.</source>
        <translation>%1 und %2 sind für dasselbe auf derselben Stufe: Nur eines davon gilt.</translation>
    </message>
    <message>
        <source>Raise to level %1</source>
        <translation>Auf Stufe %1 heben</translation>
    </message>
    <message>
        <source>%1 speaks at every moment: below it %2 never counts. Clear the times that it is not about.</source>
        <translation>%1 sagt zu jeder Zeit etwas: Darunter gilt %2 nie. Leeren Sie die Zeiten, um die es nicht geht.</translation>
    </message>
    <message>
        <source>From %1 to %2 nothing limits.</source>
        <translation>Von %1 bis %2 begrenzt nichts.</translation>
    </message>
    <message>
        <source>Add a base of %1</source>
        <translation>Grundlage von %1 anlegen</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>Add a base</source>
        <translation>Grundlage anlegen</translation>
    </message>
    <message>
        <source>Merge the shortest steps</source>
        <translation>Die kürzesten Abschnitte verbinden</translation>
    </message>
    <message>
        <source>For every session</source>
        <translation>Für jeden Ladevorgang</translation>
    </message>
    <message>
        <source>Shorten to the recurrence</source>
        <translation>Auf die Wiederholung kürzen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Put it below %1</source>
        <translation>Unter %1 legen</translation>
    </message>
</context>
<context>
    <name>ui::EmptyState</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ui::EngineForm</name>
    <message>
        <source>This could not be written to %1. Look whether the folder belongs to you and its disk has room.</source>
        <translation>Das konnte nicht in %1 gespeichert werden. Prüfen Sie, ob der Ordner Ihnen gehört und auf dem Datenträger Platz ist.</translation>
    </message>
    <message>
        <source>Counts after a restart of the engine.</source>
        <translation>Gilt nach einem Neustart des Dienstes.</translation>
    </message>
    <message>
        <source>The engine was started with --%1, which counts more.</source>
        <translation>Der Dienst wurde mit --%1 gestartet; das hat Vorrang.</translation>
    </message>
    <message>
        <source>It can only be changed where the engine runs.</source>
        <translation>Lässt sich nur dort ändern, wo der Dienst läuft.</translation>
    </message>
</context>
<context>
    <name>ui::EntryForm</name>
    <message>
        <source>Close the entry without saving</source>
        <translation>Eintrag schließen, ohne zu speichern</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation>Eintrag entfernen</translation>
    </message>
    <message>
        <source>a tag or a name</source>
        <translation>eine Karte oder ein Name</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>endet</translation>
    </message>
    <message>
        <source>Ends at a certain time</source>
        <translation>Endet zu einer bestimmten Zeit</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Ladekarte</translation>
    </message>
    <message>
        <source>One of the id tags, or any other. OCPP: idTag</source>
        <translation>Eine der Ladekarten oder irgendeine andere. OCPP: idTag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What the station answers a card with this tag.</source>
        <translation>Was die Station dieser Karte antwortet.</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>From then on the tag is expired. OCPP: expiryDate</source>
        <translation>Von da an ist die Karte abgelaufen. OCPP: expiryDate</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Tags of one group may stop each other&apos;s sessions. OCPP: parentIdTag</source>
        <translation>Karten einer Gruppe dürfen die Ladevorgänge der anderen beenden. OCPP: parentIdTag</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>This tag is in the list already.</source>
        <translation>Diese Karte steht schon in der Liste.</translation>
    </message>
</context>
<context>
    <name>ui::EntryRow</name>
    <message>
        <source>Accepted</source>
        <translation>Zugelassen</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Ladekarte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
</context>
<context>
    <name>ui::ErrorWords</name>
    <message>
        <source>the plug&apos;s lock does not move</source>
        <translation>die Verriegelung des Steckers bewegt sich nicht</translation>
    </message>
    <message>
        <source>Push the plug fully in and pull gently while it unlocks.</source>
        <translation>Stecken Sie den Stecker ganz ein und ziehen Sie leicht, während er entriegelt wird.</translation>
    </message>
    <message>
        <source>the car does not answer</source>
        <translation>das Auto antwortet nicht</translation>
    </message>
    <message>
        <source>Unplug the car and plug it in again. Another car shows whose fault it is.</source>
        <translation>Ziehen Sie den Stecker am Auto und stecken Sie ihn wieder ein. Ein anderes Auto zeigt, an wem es liegt.</translation>
    </message>
    <message>
        <source>current leaks to earth</source>
        <translation>Strom fließt zur Erde ab</translation>
    </message>
    <message>
        <source>Unplug the car. If it stays, leave it out of service and call an electrician.</source>
        <translation>Ziehen Sie den Stecker am Auto. Bleibt es dabei, nehmen Sie sie außer Betrieb und rufen Sie eine Elektrofachkraft.</translation>
    </message>
    <message>
        <source>it is too hot inside</source>
        <translation>innen ist es zu heiß</translation>
    </message>
    <message>
        <source>Let it cool down; look whether its vents are free.</source>
        <translation>Lassen Sie sie abkühlen; prüfen Sie, ob die Lüftungsschlitze frei sind.</translation>
    </message>
    <message>
        <source>an error inside the station</source>
        <translation>ein Fehler im Inneren der Station</translation>
    </message>
    <message>
        <source>A restart often helps. If it comes back, ask the vendor.</source>
        <translation>Ein Neustart hilft oft. Kommt er wieder, fragen Sie den Hersteller.</translation>
    </message>
    <message>
        <source>its list of tags contradicts what it was told</source>
        <translation>ihre Liste der Ladekarten widerspricht dem, was ihr gesagt wurde</translation>
    </message>
    <message>
        <source>Send it the list of tags anew.</source>
        <translation>Senden Sie ihr die Liste der Ladekarten neu.</translation>
    </message>
    <message>
        <source>an error that it does not name</source>
        <translation>ein Fehler, den sie nicht benennt</translation>
    </message>
    <message>
        <source>The vendor&apos;s code says more; a restart often helps.</source>
        <translation>Der Code des Herstellers sagt mehr; ein Neustart hilft oft.</translation>
    </message>
    <message>
        <source>too much current flowed</source>
        <translation>zu viel Strom ist geflossen</translation>
    </message>
    <message>
        <source>Unplug the car, then look at the fuse.</source>
        <translation>Ziehen Sie den Stecker am Auto und prüfen Sie dann die Sicherung.</translation>
    </message>
    <message>
        <source>the mains voltage is too high</source>
        <translation>die Netzspannung ist zu hoch</translation>
    </message>
    <message>
        <source>If it stays, call an electrician.</source>
        <translation>Bleibt es dabei, rufen Sie eine Elektrofachkraft.</translation>
    </message>
    <message>
        <source>its meter cannot be read</source>
        <translation>ihr Zähler lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Sessions may lack their energy until it is mended.</source>
        <translation>Ladevorgängen kann die Energie fehlen, bis er instand gesetzt ist.</translation>
    </message>
    <message>
        <source>its power switch does not obey</source>
        <translation>ihr Leistungsschalter gehorcht nicht</translation>
    </message>
    <message>
        <source>Leave it out of service and call an electrician.</source>
        <translation>Nehmen Sie sie außer Betrieb und rufen Sie eine Elektrofachkraft.</translation>
    </message>
    <message>
        <source>its card reader is out of order</source>
        <translation>ihr Kartenleser ist gestört</translation>
    </message>
    <message>
        <source>Until it works, start sessions from here.</source>
        <translation>Bis er wieder geht, starten Sie Ladevorgänge von hier aus.</translation>
    </message>
    <message>
        <source>it could not restart</source>
        <translation>sie konnte nicht neu starten</translation>
    </message>
    <message>
        <source>Switch it off at the fuse for some seconds.</source>
        <translation>Schalten Sie sie für einige Sekunden an der Sicherung aus.</translation>
    </message>
    <message>
        <source>the mains voltage is too low</source>
        <translation>die Netzspannung ist zu niedrig</translation>
    </message>
    <message>
        <source>its radio signal is weak</source>
        <translation>ihr Funksignal ist schwach</translation>
    </message>
    <message>
        <source>It may drop out; a better antenna or a cable helps.</source>
        <translation>Sie kann ausfallen; eine bessere Antenne oder ein Kabel hilft.</translation>
    </message>
    <message>
        <source>it does not say why</source>
        <translation>sie sagt nicht, warum</translation>
    </message>
    <message>
        <source>Look at the station; a restart often helps.</source>
        <translation>Sehen Sie nach der Station; ein Neustart hilft oft.</translation>
    </message>
</context>
<context>
    <name>ui::FactsView</name>
    <message>
        <source>on time</source>
        <translation>geht richtig</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>geht %1 vor</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>geht %1 nach</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Box serial number</source>
        <translation>Seriennummer des Gehäuses</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Meter serial number</source>
        <translation>Seriennummer des Zählers</translation>
    </message>
    <message>
        <source>SIM (ICCID)</source>
        <translation>SIM (ICCID)</translation>
    </message>
    <message>
        <source>SIM (IMSI)</source>
        <translation>SIM (IMSI)</translation>
    </message>
    <message>
        <source>Last boot</source>
        <translation>Letzter Start</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>Verbunden seit</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>Its clock</source>
        <translation>Ihre Uhr</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Kommt von</translation>
    </message>
    <message>
        <source>Reaches us as</source>
        <translation>Erreicht uns als</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Security profile</source>
        <translation>Sicherheitsprofil</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
</context>
<context>
    <name>ui::Failure</name>
    <message>
        <source>Stationmaster cannot start</source>
        <translation>Stationmaster kann nicht starten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Use the usual address and ports</source>
        <translation>Übliche Adresse und Ports verwenden</translation>
    </message>
    <message>
        <source>The backup is being checked and put in place</source>
        <translation>Die Sicherung wird geprüft und eingesetzt</translation>
    </message>
    <message>
        <source>This may take some minutes. Please wait.</source>
        <translation>Das kann einige Minuten dauern. Bitte warten.</translation>
    </message>
    <message>
        <source>The database is being opened</source>
        <translation>Die Datenbank wird geöffnet</translation>
    </message>
    <message>
        <source>After an update it is brought up to date first, which may take some minutes. If the desktop&apos;s keyring asks for its password, please give it.</source>
        <translation>Nach einer Aktualisierung wird sie zuerst auf den neuen Stand gebracht; das kann einige Minuten dauern. Fragt der Schlüsselbund nach seinem Passwort, geben Sie es bitte ein.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed: Stationmaster goes on with the database as it was.</source>
        <translation>%1 Es wurde nichts verändert: Stationmaster macht mit der bisherigen Datenbank weiter.</translation>
    </message>
    <message>
        <source>The backup was not put in place</source>
        <translation>Die Sicherung wurde nicht eingespielt</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>ui::FieldWords</name>
    <message>
        <source>Connector</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>Id tag</source>
        <translation>Ladekarte</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Ladevorgang</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Charging profile</source>
        <translation>Ladeprofil</translation>
    </message>
    <message>
        <source>Profile number</source>
        <translation>Profilnummer</translation>
    </message>
    <message>
        <source>Stack level</source>
        <translation>Rangstufe</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Ladeplan</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Lowest useful rate</source>
        <translation>Mindestleistung</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Außer Betrieb</translation>
    </message>
    <message>
        <source>In service</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Hard, at once</source>
        <translation>Hart, sofort</translation>
    </message>
    <message>
        <source>Soft, in order</source>
        <translation>Sanft, geordnet</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <translation>%1 bis %2 %3</translation>
    </message>
    <message>
        <source>at least %1 %2</source>
        <translation>mindestens %1 %2</translation>
    </message>
    <message>
        <source>at most %1 %2</source>
        <translation>höchstens %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>at most %n character(s)</source>
        <translation>
            <numerusform>höchstens ein Zeichen</numerusform>
            <numerusform>höchstens %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>OCPP: %1, %2</source>
        <translation>OCPP: %1, %2</translation>
    </message>
    <message>
        <source>The whole station</source>
        <translation>Die ganze Station</translation>
    </message>
    <message>
        <source>Every session</source>
        <translation>Jeder Ladevorgang</translation>
    </message>
    <message>
        <source>One session</source>
        <translation>Ein Ladevorgang</translation>
    </message>
    <message>
        <source>Once, at fixed times</source>
        <translation>Einmal, zu festen Zeiten</translation>
    </message>
    <message>
        <source>Again and again</source>
        <translation>Immer wieder</translation>
    </message>
    <message>
        <source>From the start of charging</source>
        <translation>Ab Beginn des Ladens</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
</context>
<context>
    <name>ui::FilePanel</name>
    <message>
        <source>Close the detail</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut anfordern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>log, station</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>It was received, and deleted later to make room.</source>
        <translation>Sie ist angekommen und wurde später gelöscht, um Platz zu schaffen.</translation>
    </message>
    <message>
        <source>It lies on another machine of this central system.</source>
        <translation>Sie liegt auf einem anderen Rechner dieser Zentrale.</translation>
    </message>
</context>
<context>
    <name>ui::FileRow</name>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefordert</translation>
    </message>
</context>
<context>
    <name>ui::FileViewer</name>
    <message>
        <source>a ZIP archive</source>
        <translation>ein ZIP-Archiv</translation>
    </message>
    <message>
        <source>compressed with gzip</source>
        <translation>mit gzip gepackt</translation>
    </message>
    <message>
        <source>compressed with bzip2</source>
        <translation>mit bzip2 gepackt</translation>
    </message>
    <message>
        <source>compressed with xz</source>
        <translation>mit xz gepackt</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>ein 7-Zip-Archiv</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>Inhalt der Datei</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>This file is %1; it is not opened here. Save it, and open it with a program for that.</source>
        <translation>Diese Datei ist %1; sie wird hier nicht geöffnet. Speichern Sie sie und öffnen Sie sie mit einem passenden Programm.</translation>
    </message>
    <message>
        <source>This file is no text; its maker&apos;s program may read it. Save it for that.</source>
        <translation>Diese Datei ist kein Text; vielleicht liest sie ein Programm des Herstellers. Speichern Sie sie dafür.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Part %1 of %2</source>
        <translation>Teil %1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::FindingsView</name>
    <message>
        <source>Show the messages</source>
        <translation>Die Nachrichten zeigen</translation>
    </message>
    <message>
        <source>No deviation from the specification has been seen.</source>
        <translation>Bisher ist keine Abweichung von der Spezifikation aufgefallen.</translation>
    </message>
    <message>
        <source>Tolerated, and written down with the clause, to show to the station&apos;s vendor.</source>
        <translation>Geduldet und mit der Stelle der Spezifikation notiert, um sie dem Hersteller der Station zu zeigen.</translation>
    </message>
    <message>
        <source>clause %1</source>
        <translation>Abschnitt %1</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>einmal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FirmwareDeeds</name>
    <message>
        <source>%1 cannot be replaced.</source>
        <translation>%1 lässt sich nicht ersetzen.</translation>
    </message>
    <message>
        <source>%1 was not saved: %2.</source>
        <translation>%1 wurde nicht gespeichert: %2.</translation>
    </message>
    <message>
        <source>This image is gone.</source>
        <translation>Diese Firmware gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is an image %1 already. Give it another name.</source>
        <translation>Es gibt schon eine Firmware %1. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1 is to be updated.</source>
        <translation>%1 wird aktualisiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) are to be updated, wave by wave; the first failure stops it.</source>
        <translation>
            <numerusform>%n Station wird aktualisiert.</numerusform>
            <numerusform>%n Stationen werden aktualisiert, Welle für Welle; der erste Fehler hält an.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was over already.</source>
        <translation>Es war schon vorbei.</translation>
    </message>
    <message>
        <source>The update of %1 is called off.</source>
        <translation>Die Aktualisierung von %1 ist abgesagt.</translation>
    </message>
    <message>
        <source>%1 is to be updated again.</source>
        <translation>%1 wird noch einmal aktualisiert.</translation>
    </message>
    <message>
        <source>The roll-out is stopped. What is installed stays.</source>
        <translation>Die Verteilung ist angehalten. Was installiert ist, bleibt.</translation>
    </message>
    <message>
        <source>%1 is asked for: %2.</source>
        <translation>%1 wird gebeten um: %2.</translation>
    </message>
    <message>
        <source>The file of %1 was deleted.</source>
        <translation>Die Datei von %1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 is being saved.</source>
        <translation>%1 wird gesichert.</translation>
    </message>
</context>
<context>
    <name>ui::FirmwarePage</name>
    <message>
        <source>Add firmware…</source>
        <translation>Firmware hinzufügen…</translation>
    </message>
    <message>
        <source>Only on the machine where the engine runs, or by its API</source>
        <translation>Nur auf dem Rechner, auf dem die Zentrale läuft, oder über ihre API</translation>
    </message>
    <message>
        <source>Take a file in, for stations to fetch</source>
        <translation>Eine Datei aufnehmen, die Stationen holen</translation>
    </message>
    <message>
        <source>Firmware images</source>
        <translation>Firmwaredateien</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Aktualisierungen</translation>
    </message>
    <message>
        <source>Roll-outs</source>
        <translation>Verteilungen</translation>
    </message>
    <message>
        <source>Files of the stations</source>
        <translation>Dateien der Stationen</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Teile der Seite</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Update stations…</source>
        <translation>Stationen aktualisieren…</translation>
    </message>
    <message>
        <source>Ask for a file…</source>
        <translation>Datei anfordern…</translation>
    </message>
    <message>
        <source>Diagnostics or a log of a station</source>
        <translation>Diagnosedaten oder ein Protokoll einer Station</translation>
    </message>
    <message>
        <source>Search firmware and files</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Search for fewer letters.</source>
        <translation>Suchen Sie nach weniger Buchstaben.</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Noch keine Datei</translation>
    </message>
    <message>
        <source>Stations bring their diagnostics and logs here when they are asked: to read, or to hand on to the maker&apos;s support.</source>
        <translation>Stationen bringen ihre Diagnosedaten und Protokolle hierher, wenn sie darum gebeten werden: zum Lesen oder zum Weitergeben an den Support des Herstellers.</translation>
    </message>
    <message>
        <source>No firmware yet</source>
        <translation>Noch keine Firmware</translation>
    </message>
    <message>
        <source>Firmware is added on the machine where the engine runs, or by its API.</source>
        <translation>Firmware wird auf dem Rechner hinzugefügt, auf dem die Zentrale läuft, oder über ihre API.</translation>
    </message>
    <message>
        <source>Add the file that the maker of your stations has given you. It stays on this computer, and stations fetch it from here when you update them.</source>
        <translation>Fügen Sie die Datei hinzu, die Ihnen der Hersteller Ihrer Stationen gegeben hat. Sie bleibt auf diesem Rechner, und Stationen holen sie hier, wenn Sie sie aktualisieren.</translation>
    </message>
    <message>
        <source>No update yet</source>
        <translation>Noch keine Aktualisierung</translation>
    </message>
    <message>
        <source>No roll-out yet</source>
        <translation>Noch keine Verteilung</translation>
    </message>
    <message>
        <source>Choose a firmware and the stations that are to have it.</source>
        <translation>Wählen Sie eine Firmware und die Stationen, die sie bekommen sollen.</translation>
    </message>
    <message>
        <source>Several stations are updated wave by wave: if one fails, the rest keep what they have.</source>
        <translation>Mehrere Stationen werden Welle für Welle aktualisiert: Scheitert eine, behalten die übrigen, was sie haben.</translation>
    </message>
    <message>
        <source>Firmware and files cannot be read</source>
        <translation>Firmware und Dateien lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>Add firmware</source>
        <translation>Firmware hinzufügen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Its file goes, too, and cannot be brought back from here.</source>
        <translation>Auch die Datei wird gelöscht und lässt sich von hier nicht zurückholen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Save the file as</source>
        <translation>Datei speichern unter</translation>
    </message>
    <message>
        <source>Delete this file?</source>
        <translation>Diese Datei löschen?</translation>
    </message>
    <message>
        <source>It is deleted here; whether the station still has it, only the station knows.</source>
        <translation>Sie wird hier gelöscht; ob die Station sie noch hat, weiß nur die Station.</translation>
    </message>
    <message>
        <source>Not while firmware and files cannot be read</source>
        <translation>Nicht, solange sich Firmware und Dateien nicht lesen lassen</translation>
    </message>
    <message>
        <source>A file is being taken in just now</source>
        <translation>Gerade wird eine Datei aufgenommen</translation>
    </message>
</context>
<context>
    <name>ui::FirmwareSource</name>
    <message numerus="yes">
        <source>%n firmware image(s)</source>
        <translation>
            <numerusform>%n Firmwaredatei</numerusform>
            <numerusform>%n Firmwaredateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s) under way</source>
        <translation>
            <numerusform>%n Aktualisierung läuft</numerusform>
            <numerusform>%n Aktualisierungen laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n roll-out(s)</source>
        <translation>
            <numerusform>%n Verteilung</numerusform>
            <numerusform>%n Verteilungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) received</source>
        <translation>
            <numerusform>%n Datei angekommen</numerusform>
            <numerusform>%n Dateien angekommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FirmwareWords</name>
    <message>
        <source>Does nothing</source>
        <translation>Tut nichts</translation>
    </message>
    <message>
        <source>Download planned</source>
        <translation>Download geplant</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Lädt herunter</translation>
    </message>
    <message>
        <source>Download paused</source>
        <translation>Download angehalten</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Heruntergeladen</translation>
    </message>
    <message>
        <source>Download failed</source>
        <translation>Download gescheitert</translation>
    </message>
    <message>
        <source>Signature checked</source>
        <translation>Signatur geprüft</translation>
    </message>
    <message>
        <source>Signature refused</source>
        <translation>Signatur abgelehnt</translation>
    </message>
    <message>
        <source>Installation planned</source>
        <translation>Installation geplant</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Installiert gerade</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>Startet neu</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>Prüfung gescheitert</translation>
    </message>
    <message>
        <source>Installation failed</source>
        <translation>Installation gescheitert</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Waits for its wave</source>
        <translation>Wartet auf seine Welle</translation>
    </message>
    <message>
        <source>It begins when the wave before it is done.</source>
        <translation>Es beginnt, wenn die Welle davor fertig ist.</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>Zu senden</translation>
    </message>
    <message>
        <source>The station is told in a moment.</source>
        <translation>Die Station erfährt es gleich.</translation>
    </message>
    <message>
        <source>The station works on it, and says how far it is.</source>
        <translation>Die Station arbeitet daran und sagt, wie weit sie ist.</translation>
    </message>
    <message>
        <source>Being cancelled</source>
        <translation>Wird abgesagt</translation>
    </message>
    <message>
        <source>The station is asked to drop it.</source>
        <translation>Die Station wird gebeten, es zu lassen.</translation>
    </message>
    <message>
        <source>The station has the new firmware.</source>
        <translation>Die Station hat die neue Firmware.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>The station keeps its old firmware, as far as is known.</source>
        <translation>Die Station behält, soweit bekannt, ihre alte Firmware.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>It was called off.</source>
        <translation>Es wurde abgesagt.</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>The station is being asked.</source>
        <translation>Die Station wird gerade gefragt.</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>The station brings it; that may take some minutes.</source>
        <translation>Die Station bringt sie; das kann einige Minuten dauern.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>It is here, and whole.</source>
        <translation>Sie ist hier, und vollständig.</translation>
    </message>
    <message>
        <source>On your server</source>
        <translation>Auf Ihrem Server</translation>
    </message>
    <message>
        <source>The station says that it has brought it to your own file server.</source>
        <translation>Die Station sagt, sie habe sie auf Ihren eigenen Dateiserver gebracht.</translation>
    </message>
    <message>
        <source>It has not come. Ask for it again.</source>
        <translation>Sie ist nicht gekommen. Fordern Sie sie noch einmal an.</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Fallen gelassen</translation>
    </message>
    <message>
        <source>The station dropped it for a newer request.</source>
        <translation>Die Station hat es für eine neuere Anforderung fallen lassen.</translation>
    </message>
    <message>
        <source>Waits for the station</source>
        <translation>Wartet auf die Station</translation>
    </message>
    <message>
        <source>The station is offline. It is told as soon as it is back.</source>
        <translation>Die Station ist offline. Sie erfährt es, sobald sie zurück ist.</translation>
    </message>
    <message>
        <source>The station fetches it at %1.</source>
        <translation>Die Station holt sie: %1.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped by a failure</source>
        <translation>Durch Fehler angehalten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The station is offline. It is asked as soon as it is back.</source>
        <translation>Die Station ist offline. Sie wird gefragt, sobald sie zurück ist.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnosedaten</translation>
    </message>
    <message>
        <source>Diagnostics log</source>
        <translation>Diagnoseprotokoll</translation>
    </message>
    <message>
        <source>Security log</source>
        <translation>Sicherheitsprotokoll</translation>
    </message>
    <message>
        <source>This image is gone.</source>
        <translation>Diese Firmware gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>One of the stations is gone.</source>
        <translation>Eine der Stationen gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The file of this image is not here yet.</source>
        <translation>Die Datei dieser Firmware ist noch nicht hier.</translation>
    </message>
    <message>
        <source>The image has no signature and certificate. Enter them, or send it unsigned.</source>
        <translation>Die Firmware hat keine Signatur mit Zertifikat. Tragen Sie sie ein, oder senden Sie sie unsigniert.</translation>
    </message>
    <message>
        <source>An update that is not over needs this image. Wait for it, or cancel it first.</source>
        <translation>Eine laufende Aktualisierung braucht diese Firmware. Warten Sie, oder sagen Sie sie zuerst ab.</translation>
    </message>
    <message>
        <source>All of these stations report this version already.</source>
        <translation>Alle diese Stationen melden diese Version schon.</translation>
    </message>
    <message>
        <source>The image was made for other stations.</source>
        <translation>Die Firmware ist für andere Stationen gemacht.</translation>
    </message>
    <message>
        <source>It is for %1, and this is %2.</source>
        <translation>Sie ist für %1, und das ist %2.</translation>
    </message>
</context>
<context>
    <name>ui::FirstSteps</name>
    <message>
        <source>How do you want to begin?</source>
        <translation>Wie möchten Sie beginnen?</translation>
    </message>
    <message>
        <source>Connect a charger</source>
        <translation>Eine Ladestation verbinden</translation>
    </message>
    <message>
        <source>Type this address into the charger as its central system (&quot;OCPP server&quot;, &quot;backend URL&quot;). It then knocks here, and you let it in with one click.</source>
        <translation>Geben Sie diese Adresse in der Ladestation als Zentralsystem ein („OCPP-Server“, „Backend-URL“). Dann klopft sie hier an, und Sie lassen sie mit einem Klick ein.</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>Erst umsehen</translation>
    </message>
    <message>
        <source>The demo site has six simulated stations with people who come and go, pauses, faults and outages. They charge into the same books; use it before your own chargers, or with a data directory of its own.</source>
        <translation>Der Demo-Standort hat sechs simulierte Stationen mit Leuten, die kommen und gehen, mit Pausen, Störungen und Ausfällen. Sie laden in dieselben Bücher; benutzen Sie ihn vor Ihren eigenen Ladestationen oder mit einem eigenen Datenverzeichnis.</translation>
    </message>
    <message>
        <source>Start the demo site</source>
        <translation>Demo-Standort starten</translation>
    </message>
    <message>
        <source>The central system runs in another program; start it with --demo.</source>
        <translation>Das Zentralsystem läuft in einem anderen Programm; starten Sie es mit --demo.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) knock(s): let it in.</source>
        <translation>
            <numerusform>%n Station klopft an: Lassen Sie sie ein.</numerusform>
            <numerusform>%n Stationen klopfen an: Lassen Sie sie ein.</numerusform>
        </translation>
    </message>
    <message>
        <source>See who knocks</source>
        <translation>Zeigen, wer anklopft</translation>
    </message>
</context>
<context>
    <name>ui::FrameSummary</name>
    <message>
        <source>Connector %1</source>
        <translation>Anschluss %1</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>Ladevorgang %1</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>Ladekarte %1</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>alle %1 s</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>ui::FuseForm</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As it is called on the distribution board.</source>
        <translation>So, wie sie im Verteiler heißt.</translation>
    </message>
    <message>
        <source>Fed by</source>
        <translation>Versorgt von</translation>
    </message>
    <message>
        <source>The fuse above it.</source>
        <translation>Die Sicherung davor.</translation>
    </message>
    <message>
        <source>Bears</source>
        <translation>Trägt</translation>
    </message>
    <message>
        <source>What it bears on each phase: the amperes printed on it.</source>
        <translation>Was sie auf jeder Phase trägt: die aufgedruckten Ampere.</translation>
    </message>
    <message>
        <source>Other load</source>
        <translation>Andere Last</translation>
    </message>
    <message>
        <source>What else it feeds, at most. With a meter: what is assumed while that is silent.</source>
        <translation>Was sie sonst versorgt, höchstens. Mit Zähler: was gilt, solange er schweigt.</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>A station whose main meter (connector 0) measures all that flows through this fuse.</source>
        <translation>Eine Station, deren Hauptzähler (Anschluss 0) alles misst, was durch diese Sicherung fließt.</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>What stands below it hangs on the fuse above it then.</source>
        <translation>Was darunter hängt, hängt dann an der Sicherung davor.</translation>
    </message>
    <message>
        <source>Add feeder</source>
        <translation>Abgang hinzufügen</translation>
    </message>
    <message>
        <source>Add station</source>
        <translation>Station hinzufügen</translation>
    </message>
    <message>
        <source>Feeder %1</source>
        <translation>Abgang %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
</context>
<context>
    <name>ui::GeneralSection</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>In the background, so that the stations find their central system after a restart of the computer.</source>
        <translation>Im Hintergrund, damit die Stationen ihr Zentralsystem auch nach einem Neustart des Computers finden.</translation>
    </message>
    <message>
        <source>%1 could not be written. Look whether its folder belongs to you.</source>
        <translation>%1 konnte nicht geschrieben werden. Prüfen Sie, ob der Ordner Ihnen gehört.</translation>
    </message>
    <message>
        <source>When the window closes</source>
        <translation>Beim Schließen des Fensters</translation>
    </message>
    <message>
        <source>Without Stationmaster the stations are offline.</source>
        <translation>Ohne Stationmaster sind die Stationen offline.</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Keep running in the background</source>
        <translation>Im Hintergrund weiterlaufen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>This desktop has no tray, so there would be no way back: it quits.</source>
        <translation>Dieser Desktop hat keinen Infobereich, es gäbe also keinen Weg zurück: Das Programm wird beendet.</translation>
    </message>
    <message>
        <source>Messages on the desktop</source>
        <translation>Meldungen auf dem Desktop</translation>
    </message>
    <message>
        <source>About faults, and about stations that stay offline for some minutes.</source>
        <translation>Bei Störungen und wenn Stationen einige Minuten offline bleiben.</translation>
    </message>
    <message>
        <source>Stay awake while cars charge</source>
        <translation>Wach bleiben, solange Autos laden</translation>
    </message>
    <message>
        <source>The computer does not go to sleep by itself then. Otherwise you are warned when it does.</source>
        <translation>Der Computer geht dann nicht von selbst in den Ruhezustand. Sonst werden Sie gewarnt, wenn er es tut.</translation>
    </message>
</context>
<context>
    <name>ui::IdTag</name>
    <message>
        <source>%1 characters; OCPP allows %2.</source>
        <translation>%1 Zeichen; OCPP erlaubt %2.</translation>
    </message>
    <message>
        <source>Only letters from A to Z, digits and signs: OCPP knows no others in a tag.</source>
        <translation>Nur Buchstaben von A bis Z, Ziffern und Zeichen: Andere kennt OCPP in der Nummer einer Ladekarte nicht.</translation>
    </message>
    <message>
        <source>The tag is missing: what the card tells the station.</source>
        <translation>Die Nummer der Ladekarte fehlt: das, was die Karte der Station sagt.</translation>
    </message>
    <message>
        <source>A tag cannot be its own group.</source>
        <translation>Eine Ladekarte kann nicht ihre eigene Gruppe sein.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Zugelassen</translation>
    </message>
</context>
<context>
    <name>ui::IdTagsPage</name>
    <message>
        <source>It cannot be read: %1.</source>
        <translation>Die Datei lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>It is too large to be a list of tags.</source>
        <translation>Die Datei ist zu groß für eine Liste von Ladekarten.</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Ladekarte hinzufügen</translation>
    </message>
    <message>
        <source>Enter a card by hand</source>
        <translation>Eine Karte von Hand eintragen</translation>
    </message>
    <message>
        <source>Id tags</source>
        <translation>Ladekarten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Zugelassen</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Charging now</source>
        <translation>Lädt gerade</translation>
    </message>
    <message>
        <source>Tap a card now</source>
        <translation>Karte jetzt vorhalten</translation>
    </message>
    <message>
        <source>Learn a card by holding it to the reader of any station</source>
        <translation>Eine Karte anlernen: an das Lesegerät einer beliebigen Station halten</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Read tags from a table (CSV)</source>
        <translation>Ladekarten aus einer Tabelle (CSV) lesen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write all tags into a table (CSV)</source>
        <translation>Alle Ladekarten in eine Tabelle (CSV) schreiben</translation>
    </message>
    <message>
        <source>This card was shown at %1.</source>
        <translation>Diese Karte wurde an %1 vorgehalten.</translation>
    </message>
    <message>
        <source>left-out-tags</source>
        <translation>ausgelassene-ladekarten</translation>
    </message>
    <message>
        <source>Search tags</source>
        <translation>Ladekarten durchsuchen</translation>
    </message>
    <message>
        <source>No tag matches</source>
        <translation>Keine Ladekarte passt</translation>
    </message>
    <message>
        <source>Choose another state, or search for fewer letters.</source>
        <translation>Wählen Sie einen anderen Zustand, oder suchen Sie nach weniger Buchstaben.</translation>
    </message>
    <message>
        <source>Show all states</source>
        <translation>Alle Zustände zeigen</translation>
    </message>
    <message>
        <source>No tag yet</source>
        <translation>Noch keine Ladekarte</translation>
    </message>
    <message>
        <source>A tag is the number of a charging card or key fob: who has one may charge. Hold a card to the reader of any station, and it is learned; or add tags by hand, or import a table.</source>
        <translation>Wer eine Ladekarte oder einen Schlüsselanhänger hat, darf laden. Halten Sie eine Karte an das Lesegerät einer beliebigen Station, und sie wird angelernt; oder tragen Sie Karten von Hand ein, oder importieren Sie eine Tabelle.</translation>
    </message>
    <message>
        <source>The tags cannot be read</source>
        <translation>Die Ladekarten lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>%1 may charge from now on.</source>
        <translation>%1 darf ab jetzt laden.</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 wurde geändert.</translation>
    </message>
    <message>
        <source>%1 was deleted. Its sessions stay.</source>
        <translation>%1 wurde gelöscht. Die Ladevorgänge bleiben.</translation>
    </message>
    <message>
        <source>%1 may charge from now on. Give it a name?</source>
        <translation>%1 darf ab jetzt laden. Möchten Sie einen Namen eintragen?</translation>
    </message>
    <message>
        <source>Import tags from</source>
        <translation>Ladekarten importieren aus</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt)</source>
        <translation>Tabellen (*.csv *.txt)</translation>
    </message>
    <message>
        <source>%1 was not imported. %2</source>
        <translation>%1 wurde nicht importiert. %2</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>ladekarten</translation>
    </message>
    <message>
        <source>%1 was forgotten until somebody shows it again.</source>
        <translation>%1 ist vergessen, bis jemand sie wieder vorhält.</translation>
    </message>
    <message>
        <source>the new tag</source>
        <translation>neue Ladekarte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln Ladekarte</numerusform>
            <numerusform>%Ln Ladekarten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln charging</source>
        <translation>
            <numerusform>%Ln lädt</numerusform>
            <numerusform>%Ln laden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blocked or expired</source>
        <translation>
            <numerusform>%Ln gesperrt oder abgelaufen</numerusform>
            <numerusform>%Ln gesperrt oder abgelaufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown card(s) shown</source>
        <translation>
            <numerusform>%Ln unbekannt</numerusform>
            <numerusform>%Ln unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) still name it as their group.</source>
        <translation>
            <numerusform>%Ln Ladekarte nennt sie noch als ihre Gruppe.</numerusform>
            <numerusform>%Ln Ladekarten nennen sie noch als ihre Gruppe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not while the tags cannot be read</source>
        <translation>Nicht, solange sich die Ladekarten nicht lesen lassen</translation>
    </message>
</context>
<context>
    <name>ui::ImageCopy</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>The disk has no room for it. Make some.</source>
        <translation>Die Platte hat dafür keinen Platz. Schaffen Sie welchen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>The disk does not take any more: %1.</source>
        <translation>Die Platte nimmt nichts mehr auf: %1.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 is being taken in…</source>
        <translation>%1 wird aufgenommen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is an image %1 already. Give it another name.</source>
        <translation>Es gibt schon eine Firmware %1. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is here, with %2.</source>
        <translation>%1 ist hier, mit %2.</translation>
    </message>
    <message>
        <source>The file was not taken in. %1</source>
        <translation>Die Datei wurde nicht aufgenommen. %1</translation>
    </message>
    <message>
        <source>%1 was changed meanwhile.</source>
        <translation>%1 wurde währenddessen geändert.</translation>
    </message>
</context>
<context>
    <name>ui::ImageForm</name>
    <message>
        <source>Close without saving</source>
        <translation>Schließen, ohne zu speichern</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Under which the stations fetch it.</source>
        <translation>Unter dem die Stationen sie holen.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>As the station tells it after the update: so it is known whether it worked, and who has it already.</source>
        <translation>Wie die Station sie nach der Aktualisierung meldet: So ist bekannt, ob sie gelang und wer sie schon hat.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Only for stations of this vendor, as they tell it.</source>
        <translation>Nur für Stationen dieses Herstellers, wie sie ihn melden.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Only for stations of this model, as they tell it.</source>
        <translation>Nur für Stationen dieses Modells, wie sie es melden.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Of the manufacturer over the file, in base64. Without it only stations that take unsigned firmware can be updated.</source>
        <translation>Des Herstellers über die Datei, in Base64. Ohne sie lassen sich nur Stationen aktualisieren, die unsignierte Firmware nehmen.</translation>
    </message>
    <message>
        <source>none: unsigned</source>
        <translation>keine: unsigniert</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>The manufacturer&apos;s certificate with which the signature is checked, in PEM. It is checked here before anything is sent.</source>
        <translation>Das Zertifikat des Herstellers, mit dem die Signatur geprüft wird, als PEM. Geprüft wird hier, bevor etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Update stations…</source>
        <translation>Stationen aktualisieren…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New firmware image</source>
        <translation>Neue Firmware</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>%1 · SHA-256 %2</source>
        <translation>%1 · SHA-256 %2</translation>
    </message>
    <message>
        <source>The file is not here yet. It was entered by a program, which has to bring it.</source>
        <translation>Die Datei ist noch nicht hier. Ein Programm hat sie angemeldet und muss sie bringen.</translation>
    </message>
    <message>
        <source>An update that is not over needs it.</source>
        <translation>Eine laufende Aktualisierung braucht sie.</translation>
    </message>
    <message>
        <source>The file needs a name.</source>
        <translation>Die Datei braucht einen Namen.</translation>
    </message>
    <message>
        <source>A file name has no slash.</source>
        <translation>Ein Dateiname hat keinen Schrägstrich.</translation>
    </message>
    <message>
        <source>The signature is no base64.</source>
        <translation>Die Signatur ist kein Base64.</translation>
    </message>
    <message>
        <source>The certificate is no PEM: it begins with -----BEGIN CERTIFICATE-----.</source>
        <translation>Das Zertifikat ist kein PEM: Es beginnt mit -----BEGIN CERTIFICATE-----.</translation>
    </message>
    <message>
        <source>Signature and certificate belong together.</source>
        <translation>Signatur und Zertifikat gehören zusammen.</translation>
    </message>
</context>
<context>
    <name>ui::ImageRow</name>
    <message>
        <source>%1
SHA-256 %2</source>
        <translation>%1
SHA-256 %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>noch nicht da</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>unsigniert</translation>
    </message>
    <message>
        <source>The signature is checked before it is sent. OCPP: SignedUpdateFirmware</source>
        <translation>Die Signatur wird vor dem Senden geprüft. OCPP: SignedUpdateFirmware</translation>
    </message>
    <message>
        <source>Only for stations that take unsigned firmware. OCPP: UpdateFirmware</source>
        <translation>Nur für Stationen, die unsignierte Firmware nehmen. OCPP: UpdateFirmware</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>any station</source>
        <translation>jede Station</translation>
    </message>
</context>
<context>
    <name>ui::ImportRow</name>
    <message>
        <source>More cells than the first line names. A text with a comma needs quotation marks.</source>
        <translation>Mehr Zellen, als die erste Zeile nennt. Ein Text mit Komma braucht Anführungszeichen.</translation>
    </message>
    <message>
        <source>The same tag as in line %1.</source>
        <translation>Dieselbe Ladekarte wie in Zeile %1.</translation>
    </message>
    <message>
        <source>There is no tag %1, which is to be its group.</source>
        <translation>Die Ladekarte %1, die ihre Gruppe sein soll, gibt es nicht.</translation>
    </message>
    <message>
        <source>Made, because it is named as a group.</source>
        <translation>Wird angelegt, weil sie als Gruppe genannt ist.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Ladekarte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>There is no station %1: add it first, or leave it out here.</source>
        <translation>Es gibt keine Station %1: Legen Sie sie zuerst an oder lassen Sie sie hier weg.</translation>
    </message>
</context>
<context>
    <name>ui::ImportView</name>
    <message>
        <source>Update tags that are known</source>
        <translation>Bekannte Ladekarten ändern</translation>
    </message>
    <message>
        <source>Skip tags that are known</source>
        <translation>Bekannte Ladekarten übergehen</translation>
    </message>
    <message>
        <source>Tags that are known already</source>
        <translation>Ladekarten, die schon bekannt sind</translation>
    </message>
    <message>
        <source>Only lines that are left out</source>
        <translation>Nur ausgelassene Zeilen</translation>
    </message>
    <message>
        <source>Save these lines…</source>
        <translation>Diese Zeilen speichern…</translation>
    </message>
    <message>
        <source>Save the lines that are left out</source>
        <translation>Die ausgelassenen Zeilen speichern</translation>
    </message>
    <message>
        <source>Into a table with the reasons, to be mended and imported again</source>
        <translation>In eine Tabelle mit den Gründen, zum Verbessern und erneuten Importieren</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Import abbrechen</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>%1. Nothing is written before you agree.</source>
        <translation>%1. Geschrieben wird erst, wenn Sie zustimmen.</translation>
    </message>
    <message>
        <source>Not used: %1.</source>
        <comment>columns</comment>
        <translation>Nicht verwendet: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unverändert</numerusform>
            <numerusform>%Ln unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln übergangen</numerusform>
            <numerusform>%Ln übergangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) left out because of a mistake</source>
        <translation>
            <numerusform>%Ln Zeile wegen eines Fehlers ausgelassen</numerusform>
            <numerusform>%Ln Zeilen wegen Fehlern ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln group(s) that do not exist</source>
        <translation>
            <numerusform>%Ln fehlende Gruppe anlegen</numerusform>
            <numerusform>%Ln fehlende Gruppen anlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln tag(s)</source>
        <translation>
            <numerusform>%Ln Ladekarte importieren</numerusform>
            <numerusform>%Ln Ladekarten importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) imported from %1.</source>
        <translation>
            <numerusform>%Ln Ladekarte aus %1 importiert.</numerusform>
            <numerusform>%Ln Ladekarten aus %1 importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) were left out.</source>
        <translation>
            <numerusform>%Ln Zeile wurde ausgelassen.</numerusform>
            <numerusform>%Ln Zeilen wurden ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::IntegerEditor</name>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
</context>
<context>
    <name>ui::JobPanel</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>einmal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <comment>3 times, after 5 min</comment>
        <translation>%1, nach %2</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Show the station</source>
        <translation>Station zeigen</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>Update again</source>
        <translation>Noch einmal aktualisieren</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Last word</source>
        <translation>Letztes Wort</translation>
    </message>
    <message>
        <source>Fetched from</source>
        <translation>Geholt ab</translation>
    </message>
    <message>
        <source>Installed from</source>
        <translation>Installiert ab</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Neu versucht</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Update of %1</source>
        <translation>Aktualisierung von %1</translation>
    </message>
    <message>
        <source>%1 (the station is offline)</source>
        <translation>%1 (die Station ist offline)</translation>
    </message>
    <message>
        <source>OCPP 1.6 cannot call back an unsigned update: its file is withdrawn, so what is not fetched yet will not come.</source>
        <translation>OCPP 1.6 kann eine unsignierte Aktualisierung nicht zurückrufen: Ihre Datei wird zurückgezogen, also kommt nicht mehr, was noch nicht geholt ist.</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>unsigniert</translation>
    </message>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>If the download breaks off. OCPP: retries, retryInterval</source>
        <translation>Wenn das Holen abbricht. OCPP: retries, retryInterval</translation>
    </message>
    <message>
        <source>Signature valid, issuer not known: which manufacturer&apos;s roots %1 has is not known in full here, so it may refuse the firmware yet. Install the manufacturer&apos;s root on it: in the station, Security, &quot;To trust in signed firmware…&quot;.</source>
        <translation>Signatur gültig, Aussteller nicht bekannt: Welche Wurzelzertifikate des Herstellers %1 hat, ist hier nicht vollständig bekannt, daher kann sie die Firmware noch ablehnen. Installieren Sie das Wurzelzertifikat des Herstellers auf ihr: in der Station, Sicherheit, „Für signierte Firmware…“.</translation>
    </message>
</context>
<context>
    <name>ui::JobRow</name>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>wave %1</source>
        <translation>Welle %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Welle</translation>
    </message>
</context>
<context>
    <name>ui::KeyCard</name>
    <message>
        <source>Name of the key</source>
        <translation>Name des Schlüssels</translation>
    </message>
    <message>
        <source>Key, as the manual spells it</source>
        <translation>Schlüssel, wie das Handbuch ihn schreibt</translation>
    </message>
    <message>
        <source>Close the key</source>
        <translation>Schlüssel schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>On the station</source>
        <translation>An der Station</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply the wanted value</source>
        <translation>Gewünschten Wert anwenden</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen, wie es ist</translation>
    </message>
    <message>
        <source>The wanted value is dropped; the station keeps what it has.</source>
        <translation>Der gewünschte Wert entfällt; die Station behält, was sie hat.</translation>
    </message>
    <message>
        <source>clause %1</source>
        <translation>Abschnitt %1</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>A key the station did not report. It is told to set it all the same.</source>
        <translation>Ein Schlüssel, den die Station nicht gemeldet hat. Sie soll ihn trotzdem setzen.</translation>
    </message>
    <message>
        <source>A key of this vendor; its manual explains it.</source>
        <translation>Ein Schlüssel dieses Herstellers; sein Handbuch erklärt ihn.</translation>
    </message>
    <message>
        <source>%1 (read %2)</source>
        <comment>value, when</comment>
        <translation>%1 (gelesen %2)</translation>
    </message>
    <message>
        <source>The key needs its name.</source>
        <translation>Der Schlüssel braucht seinen Namen.</translation>
    </message>
</context>
<context>
    <name>ui::KeyFacts</name>
    <message>
        <source>Check the root certificate twice</source>
        <translation>Wurzelzertifikat doppelt prüfen</translation>
    </message>
    <message>
        <source>Whether only one root certificate of the central system is installed at a time, and a new one must be signed by it.</source>
        <translation>Ob immer nur ein Wurzelzertifikat des Zentralsystems installiert ist und ein neues davon signiert sein muss.</translation>
    </message>
    <message>
        <source>Unknown tags while offline</source>
        <translation>Unbekannte Karten ohne Verbindung</translation>
    </message>
    <message>
        <source>Whether somebody with an unknown tag may charge while the station has no connection.</source>
        <translation>Ob jemand mit unbekannter Ladekarte laden darf, solange die Station keine Verbindung hat.</translation>
    </message>
    <message>
        <source>Remember tags</source>
        <translation>Karten merken</translation>
    </message>
    <message>
        <source>Whether the station remembers the tags that were accepted, to let them charge faster and while offline.</source>
        <translation>Ob sich die Station angenommene Ladekarten merkt, damit sie schneller und auch ohne Verbindung laden.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The password the station gives when it connects, as 32 to 40 hexadecimal digits. It can be set, never read. Once the station accepts it, only the new one is let in.</source>
        <translation>Das Passwort, das die Station beim Verbinden angibt, als 32 bis 40 hexadezimale Ziffern. Es lässt sich setzen, nie lesen. Sobald die Station es annimmt, gilt nur noch das neue.</translation>
    </message>
    <message>
        <source>Check the tag of a remote start</source>
        <translation>Karte beim Fernstart prüfen</translation>
    </message>
    <message>
        <source>Whether the station asks about the tag before it obeys a remote start.</source>
        <translation>Ob die Station nach der Ladekarte fragt, bevor sie einem Fernstart folgt.</translation>
    </message>
    <message>
        <source>Blinks of a signal</source>
        <translation>Blinken als Signal</translation>
    </message>
    <message>
        <source>How often the station&apos;s light blinks to signal something.</source>
        <translation>Wie oft das Licht der Station blinkt, um etwas zu melden.</translation>
    </message>
    <message>
        <source>Longest certificate chain</source>
        <translation>Längste Zertifikatskette</translation>
    </message>
    <message>
        <source>How large a certificate with its chain may be that is sent to the station.</source>
        <translation>Wie groß ein Zertifikat mit Kette sein darf, das die Station bekommt.</translation>
    </message>
    <message>
        <source>Room for certificates</source>
        <translation>Platz für Zertifikate</translation>
    </message>
    <message>
        <source>How many certificates the station can hold.</source>
        <translation>Wie viele Zertifikate die Station aufnimmt.</translation>
    </message>
    <message>
        <source>Highest stack level</source>
        <translation>Höchste Stapelstufe</translation>
    </message>
    <message>
        <source>The highest stack level of a charging profile.</source>
        <translation>Die höchste Stapelstufe eines Ladeprofils.</translation>
    </message>
    <message>
        <source>Units of charging profiles</source>
        <translation>Einheiten der Ladeprofile</translation>
    </message>
    <message>
        <source>Whether limits may be given in amperes (Current), in watts (Power), or both.</source>
        <translation>Ob Grenzen in Ampere (Current), in Watt (Power) oder in beidem angegeben werden dürfen.</translation>
    </message>
    <message>
        <source>Periods of a charging profile</source>
        <translation>Abschnitte eines Ladeprofils</translation>
    </message>
    <message>
        <source>How many periods one charging schedule may have.</source>
        <translation>Wie viele Abschnitte ein Ladeplan haben darf.</translation>
    </message>
    <message>
        <source>Meter readings by the clock</source>
        <translation>Zählerstände nach der Uhr</translation>
    </message>
    <message>
        <source>The station sends meter readings at even times of day, this far apart: 900 is every quarter of an hour. 0: none.</source>
        <translation>Die Station sendet Zählerstände zu runden Uhrzeiten in diesem Abstand: 900 heißt jede Viertelstunde. 0: keine.</translation>
    </message>
    <message>
        <source>Time to plug in</source>
        <translation>Zeit zum Einstecken</translation>
    </message>
    <message>
        <source>How long a person has to plug in the car after showing the tag, before the station gives up.</source>
        <translation>Wie lange man nach dem Vorhalten der Karte Zeit hat, das Auto anzustecken, bevor die Station aufgibt.</translation>
    </message>
    <message>
        <source>Wiring of the phases</source>
        <translation>Anschluss der Phasen</translation>
    </message>
    <message>
        <source>How the phases are wired at each connector, seen from the meter: &quot;1.RST, 2.STR&quot;. 0 is the station&apos;s own feed.</source>
        <translation>Wie die Phasen an jedem Anschluss liegen, vom Zähler aus gesehen: „1.RST, 2.STR“. 0 ist die Zuleitung der Station.</translation>
    </message>
    <message>
        <source>Entries of the phase wiring</source>
        <translation>Einträge beim Phasenanschluss</translation>
    </message>
    <message>
        <source>How many entries ConnectorPhaseRotation may have.</source>
        <translation>Wie viele Einträge ConnectorPhaseRotation haben darf.</translation>
    </message>
    <message>
        <source>Can switch to one phase</source>
        <translation>Kann auf eine Phase umschalten</translation>
    </message>
    <message>
        <source>Whether the station can switch from three phases to one while a car charges.</source>
        <translation>Ob die Station während des Ladens von drei Phasen auf eine umschalten kann.</translation>
    </message>
    <message>
        <source>Operator&apos;s name</source>
        <translation>Name des Betreibers</translation>
    </message>
    <message>
        <source>Stands in the station&apos;s certificate as its organization.</source>
        <translation>Steht im Zertifikat der Station als Organisation.</translation>
    </message>
    <message>
        <source>Settings read at once</source>
        <translation>Einstellungen auf einmal</translation>
    </message>
    <message>
        <source>How many settings the station can be asked for by name at a time.</source>
        <translation>Nach wie vielen Einstellungen die Station auf einmal namentlich gefragt werden kann.</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>After so long without a message the station sends a sign of life.</source>
        <translation>Nach so langer Zeit ohne Nachricht sendet die Station ein Lebenszeichen.</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>How bright the station&apos;s light is.</source>
        <translation>Wie hell das Licht der Station ist.</translation>
    </message>
    <message>
        <source>Use the local list</source>
        <translation>Eigene Liste nutzen</translation>
    </message>
    <message>
        <source>Whether the station uses its own list of tags.</source>
        <translation>Ob die Station ihre eigene Liste von Ladekarten nutzt.</translation>
    </message>
    <message>
        <source>Room in the local list</source>
        <translation>Platz in der eigenen Liste</translation>
    </message>
    <message>
        <source>How many tags the station&apos;s own list can hold.</source>
        <translation>Wie viele Ladekarten die eigene Liste der Station aufnimmt.</translation>
    </message>
    <message>
        <source>Known tags while offline</source>
        <translation>Bekannte Karten ohne Verbindung</translation>
    </message>
    <message>
        <source>Whether a tag that the station knows may charge while there is no connection.</source>
        <translation>Ob eine der Station bekannte Ladekarte laden darf, solange keine Verbindung besteht.</translation>
    </message>
    <message>
        <source>Start without asking</source>
        <translation>Ohne Nachfrage starten</translation>
    </message>
    <message>
        <source>Whether a tag that the station knows may charge at once, without waiting for the answer from here.</source>
        <translation>Ob eine der Station bekannte Ladekarte sofort laden darf, ohne auf die Antwort von hier zu warten.</translation>
    </message>
    <message>
        <source>Room for charging profiles</source>
        <translation>Platz für Ladeprofile</translation>
    </message>
    <message>
        <source>How many charging profiles the station can hold.</source>
        <translation>Wie viele Ladeprofile die Station aufnimmt.</translation>
    </message>
    <message>
        <source>Energy for a refused tag</source>
        <translation>Energie bei abgelehnter Karte</translation>
    </message>
    <message>
        <source>How much the station still delivers after the tag was refused from here.</source>
        <translation>Wie viel die Station noch abgibt, nachdem die Karte von hier abgelehnt wurde.</translation>
    </message>
    <message>
        <source>Time for an answer</source>
        <translation>Zeit für eine Antwort</translation>
    </message>
    <message>
        <source>After so long without an answer the station counts a message as lost.</source>
        <translation>Nach so langer Zeit ohne Antwort hält die Station eine Nachricht für verloren.</translation>
    </message>
    <message>
        <source>What is read by the clock</source>
        <translation>Was nach der Uhr gemessen wird</translation>
    </message>
    <message>
        <source>What the station measures for the readings by the clock.</source>
        <translation>Was die Station für die Zählerstände nach der Uhr misst.</translation>
    </message>
    <message>
        <source>Entries read by the clock</source>
        <translation>Einträge nach der Uhr</translation>
    </message>
    <message>
        <source>How many entries MeterValuesAlignedData may have.</source>
        <translation>Wie viele Einträge MeterValuesAlignedData haben darf.</translation>
    </message>
    <message>
        <source>Meter readings while charging</source>
        <translation>Zählerstände beim Laden</translation>
    </message>
    <message>
        <source>While a car charges, the station sends meter readings this far apart. 0: none.</source>
        <translation>Während ein Auto lädt, sendet die Station Zählerstände in diesem Abstand. 0: keine.</translation>
    </message>
    <message>
        <source>What is read while charging</source>
        <translation>Was beim Laden gemessen wird</translation>
    </message>
    <message>
        <source>What the station measures for the readings while a car charges.</source>
        <translation>Was die Station für die Zählerstände beim Laden misst.</translation>
    </message>
    <message>
        <source>Entries read while charging</source>
        <translation>Einträge beim Laden</translation>
    </message>
    <message>
        <source>How many entries MeterValuesSampledData may have.</source>
        <translation>Wie viele Einträge MeterValuesSampledData haben darf.</translation>
    </message>
    <message>
        <source>Shortest status</source>
        <translation>Kürzester Zustand</translation>
    </message>
    <message>
        <source>A state is reported only when it has lasted this long.</source>
        <translation>Ein Zustand wird erst gemeldet, wenn er so lange gedauert hat.</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>Anschlüsse</translation>
    </message>
    <message>
        <source>How many connectors the station has.</source>
        <translation>Wie viele Anschlüsse die Station hat.</translation>
    </message>
    <message>
        <source>Can reserve any connector</source>
        <translation>Reservierung ohne Anschluss</translation>
    </message>
    <message>
        <source>Whether the station as a whole can be reserved, instead of one connector.</source>
        <translation>Ob sich die Station als Ganzes reservieren lässt statt eines Anschlusses.</translation>
    </message>
    <message>
        <source>Attempts to restart</source>
        <translation>Versuche beim Neustart</translation>
    </message>
    <message>
        <source>How often the station tries again when a restart fails.</source>
        <translation>Wie oft es die Station noch einmal versucht, wenn ein Neustart misslingt.</translation>
    </message>
    <message>
        <source>Security profile</source>
        <translation>Sicherheitsprofil</translation>
    </message>
    <message>
        <source>1: the station gives a password. It can only be raised. 2 and 3 need an encrypted connection, which Stationmaster does not offer: the station would not find its way back.</source>
        <translation>1: Die Station gibt ein Passwort an. Es lässt sich nur erhöhen. 2 und 3 brauchen eine verschlüsselte Verbindung, die Stationmaster nicht anbietet: Die Station fände nicht zurück.</translation>
    </message>
    <message>
        <source>Tags sent at once</source>
        <translation>Karten auf einmal</translation>
    </message>
    <message>
        <source>How many tags of the local list the station takes in one message.</source>
        <translation>Wie viele Ladekarten der eigenen Liste die Station in einer Nachricht annimmt.</translation>
    </message>
    <message>
        <source>Readings at the end</source>
        <translation>Messwerte am Ende</translation>
    </message>
    <message>
        <source>How many meter readings the station can send with the end of a session.</source>
        <translation>Wie viele Messwerte die Station mit dem Ende eines Ladevorgangs senden kann.</translation>
    </message>
    <message>
        <source>Unplugging ends the session</source>
        <translation>Abziehen beendet den Ladevorgang</translation>
    </message>
    <message>
        <source>Whether the session ends when the cable is pulled from the car.</source>
        <translation>Ob der Ladevorgang endet, wenn das Kabel vom Auto abgezogen wird.</translation>
    </message>
    <message>
        <source>A refused tag ends the session</source>
        <translation>Abgelehnte Karte beendet den Ladevorgang</translation>
    </message>
    <message>
        <source>Whether the station stops a session whose tag is refused from here.</source>
        <translation>Ob die Station einen Ladevorgang beendet, dessen Karte von hier abgelehnt wird.</translation>
    </message>
    <message>
        <source>Readings by the clock, at the end</source>
        <translation>Messwerte nach der Uhr, am Ende</translation>
    </message>
    <message>
        <source>What the station sends again, with the end of a session, of the readings by the clock.</source>
        <translation>Was die Station von den Messwerten nach der Uhr am Ende eines Ladevorgangs noch einmal sendet.</translation>
    </message>
    <message>
        <source>Entries by the clock, at the end</source>
        <translation>Einträge nach der Uhr, am Ende</translation>
    </message>
    <message>
        <source>How many entries StopTxnAlignedData may have.</source>
        <translation>Wie viele Einträge StopTxnAlignedData haben darf.</translation>
    </message>
    <message>
        <source>Readings of the session, at the end</source>
        <translation>Messwerte des Ladevorgangs, am Ende</translation>
    </message>
    <message>
        <source>What the station sends again, with the end of a session, of the readings while charging.</source>
        <translation>Was die Station von den Messwerten beim Laden am Ende eines Ladevorgangs noch einmal sendet.</translation>
    </message>
    <message>
        <source>Entries of the session, at the end</source>
        <translation>Einträge des Ladevorgangs, am Ende</translation>
    </message>
    <message>
        <source>How many entries StopTxnSampledData may have.</source>
        <translation>Wie viele Einträge StopTxnSampledData haben darf.</translation>
    </message>
    <message>
        <source>What the station can do</source>
        <translation>Was die Station kann</translation>
    </message>
    <message>
        <source>The parts of OCPP that the station supports.</source>
        <translation>Die Teile von OCPP, die die Station beherrscht.</translation>
    </message>
    <message>
        <source>Entries of what it can do</source>
        <translation>Einträge dessen, was sie kann</translation>
    </message>
    <message>
        <source>How many entries SupportedFeatureProfiles may have.</source>
        <translation>Wie viele Einträge SupportedFeatureProfiles haben darf.</translation>
    </message>
    <message>
        <source>Ways to fetch files</source>
        <translation>Wege für Dateien</translation>
    </message>
    <message>
        <source>How the station fetches firmware and sends diagnostics.</source>
        <translation>Wie die Station Firmware holt und Diagnosen sendet.</translation>
    </message>
    <message>
        <source>Attempts for a session&apos;s messages</source>
        <translation>Versuche für Nachrichten eines Ladevorgangs</translation>
    </message>
    <message>
        <source>How often the station tries to send a message about a session that is answered with an error.</source>
        <translation>Wie oft die Station versucht, eine Nachricht über einen Ladevorgang zu senden, die mit einem Fehler beantwortet wird.</translation>
    </message>
    <message>
        <source>Pause between the attempts</source>
        <translation>Pause zwischen den Versuchen</translation>
    </message>
    <message>
        <source>How long the station waits before it sends such a message again; longer each time.</source>
        <translation>Wie lange die Station wartet, bevor sie eine solche Nachricht wieder sendet; jedes Mal länger.</translation>
    </message>
    <message>
        <source>Unplugging frees the cable</source>
        <translation>Abziehen gibt das Kabel frei</translation>
    </message>
    <message>
        <source>Whether the station unlocks its socket when the cable is pulled from the car.</source>
        <translation>Ob die Station ihre Buchse entriegelt, wenn das Kabel vom Auto abgezogen wird.</translation>
    </message>
    <message>
        <source>Pings</source>
        <translation>Pings</translation>
    </message>
    <message>
        <source>The station checks the connection by a ping this often. 0: it leaves that to Stationmaster.</source>
        <translation>So oft prüft die Station die Verbindung mit einem Ping. 0: Sie überlässt das Stationmaster.</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>ui::KnockDeeds</name>
    <message>
        <source>%1 is registered. It connects by itself when it tries again, usually within a minute.</source>
        <translation>%1 ist angelegt. Sie verbindet sich beim nächsten Versuch von selbst, meist binnen einer Minute.</translation>
    </message>
    <message>
        <source>A station of this name is registered meanwhile. Nothing was changed.</source>
        <translation>Eine Station dieses Namens wurde inzwischen angelegt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 may connect without a password. It does when it tries again.</source>
        <translation>%1 darf sich ohne Passwort verbinden. Sie tut es beim nächsten Versuch.</translation>
    </message>
    <message>
        <source>The password of %1 is set. It connects when it tries again.</source>
        <translation>Das Passwort von %1 ist gesetzt. Sie verbindet sich beim nächsten Versuch.</translation>
    </message>
    <message>
        <source>This station was removed meanwhile.</source>
        <translation>Diese Station wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>%1 is ignored until it knocks again.</source>
        <translation>%1 wird ignoriert, bis sie wieder anklopft.</translation>
    </message>
    <message>
        <source>It has left meanwhile.</source>
        <translation>Sie ist inzwischen gegangen.</translation>
    </message>
    <message>
        <source>It was not taken back. %1</source>
        <translation>Es wurde nicht rückgängig gemacht. %1</translation>
    </message>
</context>
<context>
    <name>ui::KnockEntry</name>
    <message>
        <source>Let in without</source>
        <translation>Ohne einlassen</translation>
    </message>
    <message>
        <source>Ignore until it knocks again</source>
        <translation>Ignorieren, bis sie wieder anklopft</translation>
    </message>
    <message>
        <source>16 to 20 characters</source>
        <translation>16 bis 20 Zeichen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the password</source>
        <translation>Passwort speichern</translation>
    </message>
    <message>
        <source>Answered with HTTP %1</source>
        <translation>Mit HTTP %1 beantwortet</translation>
    </message>
    <message>
        <source>Ignore %1</source>
        <translation>%1 ignorieren</translation>
    </message>
    <message>
        <source>Let %1 in without a password</source>
        <translation>%1 ohne Passwort einlassen</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Passwort von %1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>%1 annehmen</translation>
    </message>
    <message>
        <source>Registers the station; it connects by itself when it tries again.</source>
        <translation>Legt die Station an; sie verbindet sich beim nächsten Versuch von selbst.</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Passwort setzen</translation>
    </message>
    <message>
        <source>Set the password of %1</source>
        <translation>Das Passwort von %1 setzen</translation>
    </message>
    <message>
        <source>The one that is in the charger</source>
        <translation>Das, welches in der Ladestation steht</translation>
    </message>
    <message>
        <source>Open the station</source>
        <translation>Station öffnen</translation>
    </message>
    <message>
        <source>Open the station %1</source>
        <translation>Station %1 öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <translation>
            <numerusform>%1, %n-mal</numerusform>
            <numerusform>%1, %n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>when, address</comment>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>First %1, last %2</source>
        <translation>Zuerst %1, zuletzt %2</translation>
    </message>
</context>
<context>
    <name>ui::KnockList</name>
    <message>
        <source>Nobody knocks. A charger that calls and is not let in appears here within a second, with the reason and what helps.</source>
        <translation>Niemand klopft an. Eine Ladestation, die anruft und nicht eingelassen wird, erscheint hier binnen einer Sekunde, mit dem Grund und dem, was hilft.</translation>
    </message>
    <message>
        <source>Who knocks</source>
        <translation>Wer anklopft</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 is connected.</source>
        <translation>%1 ist verbunden.</translation>
    </message>
    <message>
        <source>Open the station</source>
        <translation>Station öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Who knocks cannot be read</source>
        <translation>Wer anklopft, lässt sich nicht lesen</translation>
    </message>
</context>
<context>
    <name>ui::KnockNotice</name>
    <message>
        <source>See who knocks</source>
        <translation>Zeigen, wer anklopft</translation>
    </message>
    <message>
        <source>%1 knocks and was not let in.</source>
        <translation>%1 klopft an und wurde nicht eingelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) knock and were not let in.</source>
        <translation>
            <numerusform>%n Station klopft an und wurde nicht eingelassen.</numerusform>
            <numerusform>%n Stationen klopfen an und wurden nicht eingelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who knocks cannot be read.</source>
        <translation>Wer anklopft, lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>Zeigen, warum</translation>
    </message>
</context>
<context>
    <name>ui::KnockWords</name>
    <message>
        <source>Not registered here yet</source>
        <translation>Hier noch nicht registriert</translation>
    </message>
    <message>
        <source>Its address ends without a station&apos;s name</source>
        <translation>Ihre Adresse endet ohne den Namen einer Station</translation>
    </message>
    <message>
        <source>It gave no password, but has to</source>
        <translation>Sie gab kein Passwort an, braucht aber eines</translation>
    </message>
    <message>
        <source>It gave a wrong password</source>
        <translation>Sie gab ein falsches Passwort an</translation>
    </message>
    <message>
        <source>A browser or another program, not a station</source>
        <translation>Ein Browser oder ein anderes Programm, keine Station</translation>
    </message>
    <message>
        <source>It did not speak WebSocket</source>
        <translation>Sie sprach nicht WebSocket</translation>
    </message>
    <message>
        <source>Its request was too long</source>
        <translation>Ihre Anfrage war zu lang</translation>
    </message>
    <message>
        <source>Too many connections at once</source>
        <translation>Zu viele Verbindungen auf einmal</translation>
    </message>
    <message>
        <source>If it is yours, accept it. It connects by itself when it tries again.</source>
        <translation>Gehört sie Ihnen, nehmen Sie sie an. Sie verbindet sich beim nächsten Versuch von selbst.</translation>
    </message>
    <message>
        <source>Give the charger a name (&quot;identity&quot;, &quot;charge point ID&quot;), or type one behind the last /.</source>
        <translation>Geben Sie der Ladestation einen Namen („Identity“, „Charge Point ID“) oder tippen Sie einen hinter den letzten /.</translation>
    </message>
    <message>
        <source>Type the password into the charger (&quot;AuthorizationKey&quot;), or let it in without one.</source>
        <translation>Geben Sie das Passwort in der Ladestation ein („AuthorizationKey“) oder lassen Sie sie ohne eines ein.</translation>
    </message>
    <message>
        <source>Set here the password that is in the charger. As the user it must give its own name.</source>
        <translation>Setzen Sie hier das Passwort, das in der Ladestation steht. Als Benutzer muss sie ihren eigenen Namen angeben.</translation>
    </message>
    <message>
        <source>The address belongs into the charger. A browser cannot use it.</source>
        <translation>Die Adresse gehört in die Ladestation. Ein Browser kann mit ihr nichts anfangen.</translation>
    </message>
    <message>
        <source>If it is a charger, choose OCPP 1.6 JSON in it, not SOAP.</source>
        <translation>Ist es eine Ladestation, wählen Sie in ihr OCPP 1.6 JSON, nicht SOAP.</translation>
    </message>
    <message>
        <source>It speaks encrypted (TLS), this port does not</source>
        <translation>Sie spricht verschlüsselt (TLS), dieser Port nicht</translation>
    </message>
    <message>
        <source>Begin the address in the charger with ws://, not wss://.</source>
        <translation>Die Adresse in der Ladestation muss mit ws:// beginnen, nicht mit wss://.</translation>
    </message>
    <message>
        <source>If it is a charger, tell its vendor: more than 8 KiB of headers.</source>
        <translation>Ist es eine Ladestation, sagen Sie es ihrem Hersteller: mehr als 8 KiB an Kopfzeilen.</translation>
    </message>
    <message>
        <source>It tries again by itself.</source>
        <translation>Sie versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>It speaks another version of OCPP</source>
        <translation>Sie spricht eine andere Version von OCPP</translation>
    </message>
    <message>
        <source>Choose OCPP 1.6 JSON (&quot;ocpp1.6&quot;) in the charger.</source>
        <translation>Wählen Sie in der Ladestation OCPP 1.6 JSON („ocpp1.6“).</translation>
    </message>
    <message>
        <source>Somebody at %1</source>
        <translation>Jemand an %1</translation>
    </message>
    <message>
        <source>It is registered by now. It connects by itself when it tries again.</source>
        <translation>Sie ist inzwischen angelegt. Sie verbindet sich beim nächsten Versuch von selbst.</translation>
    </message>
    <message>
        <source>Its name is longer than 48 characters: give the charger a shorter one.</source>
        <translation>Ihr Name ist länger als 48 Zeichen: Geben Sie der Ladestation einen kürzeren.</translation>
    </message>
</context>
<context>
    <name>ui::LayerForm</name>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>OCPP: chargingProfilePurpose</source>
        <translation>OCPP: chargingProfilePurpose</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Of several for the same, the one with the highest level counts. OCPP: stackLevel</source>
        <translation>Von mehreren für dasselbe gilt das mit der höchsten Stufe. OCPP: stackLevel</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>OCPP: recurrencyKind</source>
        <translation>OCPP: recurrencyKind</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>OCPP: chargingRateUnit</source>
        <translation>OCPP: chargingRateUnit</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>For one connector, or for each connector of the station alike</source>
        <translation>Für einen Anschluss oder gleich für jeden Anschluss der Station</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>jede Woche</translation>
    </message>
    <message>
        <source>once, in this week</source>
        <translation>einmal, in dieser Woche</translation>
    </message>
    <message>
        <source>Ampere per phase</source>
        <translation>Ampere je Phase</translation>
    </message>
    <message>
        <source>Watt in total</source>
        <translation>Watt gesamt</translation>
    </message>
    <message>
        <source>this connector</source>
        <translation>dieser Anschluss</translation>
    </message>
    <message>
        <source>every connector</source>
        <translation>jeder Anschluss</translation>
    </message>
    <message>
        <source>Always valid</source>
        <translation>Immer gültig</translation>
    </message>
    <message>
        <source>Takes validFrom and validTo away</source>
        <translation>Nimmt validFrom und validTo weg</translation>
    </message>
    <message>
        <source>Change a copy</source>
        <translation>Kopie ändern</translation>
    </message>
    <message>
        <source>Change what a layer is for</source>
        <translation>Zweck einer Ebene ändern</translation>
    </message>
    <message>
        <source>Change a level</source>
        <translation>Stufe ändern</translation>
    </message>
    <message>
        <source>Change where a layer is</source>
        <translation>Ort einer Ebene ändern</translation>
    </message>
    <message>
        <source>Make a layer always valid</source>
        <translation>Ebene immer gültig machen</translation>
    </message>
    <message>
        <source>Copy a layer</source>
        <translation>Ebene kopieren</translation>
    </message>
    <message>
        <source>Change how a layer repeats</source>
        <translation>Wiederholung einer Ebene ändern</translation>
    </message>
    <message>
        <source>Change a unit</source>
        <translation>Einheit ändern</translation>
    </message>
    <message>
        <source>%1 %2 Drawing on it begins a copy with your changes.</source>
        <translation>%1 %2 Wer darauf zeichnet, beginnt eine Kopie mit den Änderungen.</translation>
    </message>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>Gültig von %1 bis %2</translation>
    </message>
    <message>
        <source>Valid from %1</source>
        <translation>Gültig ab %1</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>Gültig bis %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Before, it does not count. OCPP: validFrom</source>
        <translation>Vorher gilt es nicht. OCPP: validFrom</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>From then on it does not count. OCPP: validTo</source>
        <translation>Von da an gilt es nicht mehr. OCPP: validTo</translation>
    </message>
    <message>
        <source>Only for a time</source>
        <translation>Nur für eine Zeit</translation>
    </message>
    <message>
        <source>From when to when it counts, at first the week that is shown. OCPP: validFrom and validTo</source>
        <translation>Von wann bis wann es gilt, zunächst in der gezeigten Woche. OCPP: validFrom und validTo</translation>
    </message>
    <message>
        <source>Change from when it counts</source>
        <translation>Ändern, ab wann es gilt</translation>
    </message>
    <message>
        <source>Change until when it counts</source>
        <translation>Ändern, bis wann es gilt</translation>
    </message>
    <message>
        <source>Limit when it counts</source>
        <translation>Begrenzen, wann es gilt</translation>
    </message>
</context>
<context>
    <name>ui::LayerModel</name>
    <message>
        <source>%1 · drawn here</source>
        <translation>%1 · hier gezeichnet</translation>
    </message>
    <message>
        <source>The station&apos;s. Drawing on it begins a copy; it stays as it is until you apply the copy.</source>
        <translation>Von der Station. Wer darauf zeichnet, beginnt eine Kopie; es bleibt, wie es ist, bis Sie die Kopie anwenden.</translation>
    </message>
    <message>
        <source>Rename a layer</source>
        <translation>Ebene umbenennen</translation>
    </message>
    <message>
        <source>Not sent yet. Double-click or F2 changes its name; drag it, or press Alt and an arrow, to move it above or below others.</source>
        <translation>Noch nicht gesendet. Doppelklick oder F2 ändert den Namen; durch Ziehen oder mit Alt und einem Pfeil kommt es über oder unter andere.</translation>
    </message>
    <message>
        <source>Move a layer</source>
        <translation>Ebene verschieben</translation>
    </message>
</context>
<context>
    <name>ui::LayerPanel</name>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>A new layer: empty, from a template or from the library</source>
        <translation>Eine neue Ebene: leer, aus einer Vorlage oder aus der Bibliothek</translation>
    </message>
    <message>
        <source>Duplicate the layer</source>
        <translation>Ebene verdoppeln</translation>
    </message>
    <message>
        <source>Move the layer up</source>
        <translation>Ebene nach oben</translation>
    </message>
    <message>
        <source>Move the layer down</source>
        <translation>Ebene nach unten</translation>
    </message>
    <message>
        <source>Delete the layer</source>
        <translation>Ebene löschen</translation>
    </message>
    <message>
        <source>More about layers</source>
        <translation>Mehr zu Ebenen</translation>
    </message>
    <message>
        <source>Save into the library</source>
        <translation>In die Bibliothek speichern</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export what is drawn…</source>
        <translation>Gezeichnetes exportieren…</translation>
    </message>
    <message>
        <source>Empty layer</source>
        <translation>Leere Ebene</translation>
    </message>
    <message>
        <source>Night tariff</source>
        <translation>Nachttarif</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>Bürozeiten</translation>
    </message>
    <message>
        <source>Solar noon</source>
        <translation>Sonnenmittag</translation>
    </message>
    <message>
        <source>Site cap</source>
        <translation>Obergrenze des Standorts</translation>
    </message>
    <message>
        <source>From the library</source>
        <translation>Aus der Bibliothek</translation>
    </message>
    <message>
        <source>Add from the library</source>
        <translation>Aus der Bibliothek holen</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>Ebene anlegen</translation>
    </message>
    <message>
        <source>Add a template</source>
        <translation>Vorlage anlegen</translation>
    </message>
    <message>
        <source>Duplicate a layer</source>
        <translation>Ebene verdoppeln</translation>
    </message>
    <message>
        <source>Delete a layer</source>
        <translation>Ebene löschen</translation>
    </message>
    <message>
        <source>Move a layer</source>
        <translation>Ebene verschieben</translation>
    </message>
    <message>
        <source>Drag on the canvas to draw the first profile, or begin with a template:</source>
        <translation>Ziehen Sie auf der Fläche, um das erste Profil zu zeichnen, oder beginnen Sie mit einer Vorlage:</translation>
    </message>
</context>
<context>
    <name>ui::LeavingQuestion</name>
    <message>
        <source>For another language the window opens anew, at the latest at the next start.</source>
        <translation>Für eine andere Sprache öffnet sich das Fenster neu, spätestens beim nächsten Start.</translation>
    </message>
    <message>
        <source>Engine and window start anew.</source>
        <translation>Dienst und Fenster starten neu.</translation>
    </message>
    <message>
        <source>Stationmaster ends.</source>
        <translation>Stationmaster wird beendet.</translation>
    </message>
    <message>
        <source>Open anew</source>
        <translation>Neu öffnen</translation>
    </message>
    <message>
        <source>Restart anyway</source>
        <translation>Trotzdem neu starten</translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation>Trotzdem beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What you typed and did not save would be lost: save it first, or go on without it.</source>
        <translation>Was Sie eingegeben und nicht gespeichert haben, ginge verloren: Speichern Sie es erst, oder machen Sie ohne es weiter.</translation>
    </message>
    <message>
        <source>A file is just being written and would be given up: wait until it is whole, or go on without it.</source>
        <translation>Eine Datei wird gerade geschrieben und würde aufgegeben: Warten Sie, bis sie vollständig ist, oder machen Sie ohne sie weiter.</translation>
    </message>
    <message>
        <source>What you typed and did not save would be lost, and a file that is just being written would be given up: save the one and wait for the other, or go on without them.</source>
        <translation>Was Sie eingegeben und nicht gespeichert haben, ginge verloren, und eine Datei, die gerade geschrieben wird, würde aufgegeben: Speichern Sie das eine und warten Sie auf das andere, oder machen Sie ohne beides weiter.</translation>
    </message>
</context>
<context>
    <name>ui::ListEditor</name>
    <message>
        <source>one per line; empty: all</source>
        <translation>je Zeile einer; leer: alle</translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>Einen hinzufügen</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove from %1</source>
        <translation>Aus %1 entfernen</translation>
    </message>
</context>
<context>
    <name>ui::ListEntries</name>
    <message>
        <source>Search entries</source>
        <translation>Einträge durchsuchen</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Show the id tags</source>
        <translation>Ladekarten zeigen</translation>
    </message>
    <message>
        <source>Entries of the list</source>
        <translation>Einträge der Liste</translation>
    </message>
    <message>
        <source>These are id tags: what changes there changes here.</source>
        <translation>Das sind Ladekarten: Was sich dort ändert, ändert sich hier.</translation>
    </message>
    <message>
        <source>Nobody is in this list yet: its stations know no card by themselves.</source>
        <translation>In dieser Liste steht noch niemand: Ihre Stationen kennen von sich aus keine Karte.</translation>
    </message>
    <message>
        <source>a new entry of %1</source>
        <translation>neuer Eintrag von %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>tag, list</comment>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>ui::ListForm</name>
    <message>
        <source>Delete the list</source>
        <translation>Liste löschen</translation>
    </message>
    <message>
        <source>Staff, or Tenants</source>
        <translation>Mitarbeiter oder Mieter</translation>
    </message>
    <message>
        <source>All id tags</source>
        <translation>Alle Ladekarten</translation>
    </message>
    <message>
        <source>Id tags of some groups</source>
        <translation>Ladekarten einiger Gruppen</translation>
    </message>
    <message>
        <source>Entries by hand</source>
        <translation>Einträge von Hand</translation>
    </message>
    <message>
        <source>STAFF, VANS</source>
        <translation>TEAM, FUHRPARK</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>A list that several stations share is changed in one place.</source>
        <translation>Eine Liste, die mehrere Stationen teilen, wird an einer Stelle geändert.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As you call it; stations do not hear of it.</source>
        <translation>Wie Sie sie nennen; Stationen erfahren davon nichts.</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>Besteht aus</translation>
    </message>
    <message>
        <source>What follows the id tags changes with them.</source>
        <translation>Was den Ladekarten folgt, ändert sich mit ihnen.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Tags that have one of these as their group, with commas between. OCPP: parentIdTag</source>
        <translation>Karten mit einer dieser Gruppen, mit Kommas dazwischen. OCPP: parentIdTag</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Take the list away</source>
        <translation>Liste wegnehmen</translation>
    </message>
    <message>
        <source>It begins with the tags that are in it now, and no longer follows them.</source>
        <translation>Sie beginnt mit den Karten, die jetzt in ihr stehen, und folgt ihnen nicht mehr.</translation>
    </message>
    <message>
        <source>You enter who is in it.</source>
        <translation>Sie tragen ein, wer in ihr steht.</translation>
    </message>
    <message>
        <source>It follows the id tags; each station gets those that are valid there.</source>
        <translation>Sie folgt den Ladekarten; jede Station bekommt die, die dort gelten.</translation>
    </message>
    <message>
        <source>Several stations</source>
        <translation>Mehrere Stationen</translation>
    </message>
    <message>
        <source>%1 only</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>%1 only (%2)</source>
        <translation>Nur %1 (%2)</translation>
    </message>
    <message>
        <source>Give the list a name.</source>
        <translation>Geben Sie der Liste einen Namen.</translation>
    </message>
    <message>
        <source>There is a list of this name already.</source>
        <translation>Eine Liste dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Name at least one group.</source>
        <translation>Nennen Sie mindestens eine Gruppe.</translation>
    </message>
    <message>
        <source>Somebody has just entered a list of this name.</source>
        <translation>Gerade hat jemand eine Liste dieses Namens angelegt.</translation>
    </message>
</context>
<context>
    <name>ui::ListJournal</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>Nichts wurde geändert. %1</translation>
    </message>
    <message>
        <source>Nothing was changed: somebody has removed the list.</source>
        <translation>Nichts wurde geändert: Jemand hat die Liste gelöscht.</translation>
    </message>
</context>
<context>
    <name>ui::ListPanel</name>
    <message>
        <source>Use the whole width</source>
        <translation>Ganze Breite nutzen</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Parts of the detail</source>
        <translation>Teile der Einzelheiten</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stationen</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The list was taken away from %1, which keeps what it has.</source>
        <translation>%1 wurde die Liste weggenommen; was dort steht, bleibt.</translation>
    </message>
    <message>
        <source>The stations of %1 were changed: %2 more, %3 fewer.</source>
        <translation>Die Stationen von %1 wurden geändert: %2 mehr, %3 weniger.</translation>
    </message>
    <message>
        <source>Stations (%1)</source>
        <translation>Stationen (%1)</translation>
    </message>
    <message>
        <source>Entries (%1)</source>
        <translation>Einträge (%1)</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 wurde geändert.</translation>
    </message>
    <message>
        <source>%1 was deleted. Its stations keep what they have.</source>
        <translation>%1 wurde gelöscht. Ihre Stationen behalten, was sie haben.</translation>
    </message>
    <message>
        <source>%1 is in the list as you entered it.</source>
        <translation>%1 steht in der Liste, wie Sie es eingetragen haben.</translation>
    </message>
    <message>
        <source>%1 was removed from the list.</source>
        <translation>%1 wurde aus der Liste entfernt.</translation>
    </message>
    <message>
        <source>Show the table again</source>
        <translation>Die Tabelle wieder zeigen</translation>
    </message>
</context>
<context>
    <name>ui::ListRow</name>
    <message>
        <source>Changed %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>Besteht aus</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stationen</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>%1 only</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>All id tags</source>
        <translation>Alle Ladekarten</translation>
    </message>
    <message>
        <source>Id tags of %1</source>
        <translation>Ladekarten von %1</translation>
    </message>
    <message>
        <source>used nowhere</source>
        <translation>nirgends</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::ListStations</name>
    <message>
        <source>Choose the stations…</source>
        <translation>Stationen wählen…</translation>
    </message>
    <message>
        <source>No station has this list</source>
        <translation>Keine Station hat diese Liste</translation>
    </message>
    <message>
        <source>A station that has it knows by itself who may charge, also when the line is down.</source>
        <translation>Eine Station, die sie hat, weiß von sich aus, wer laden darf, auch ohne Verbindung.</translation>
    </message>
    <message>
        <source>Choose stations</source>
        <translation>Stationen wählen</translation>
    </message>
    <message>
        <source>Stations with this list</source>
        <translation>Stationen mit dieser Liste</translation>
    </message>
    <message>
        <source>Stations that shall have this list</source>
        <translation>Stationen, die diese Liste haben sollen</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Has now</source>
        <translation>Hat jetzt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel choosing stations</source>
        <translation>Auswahl der Stationen abbrechen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>ui::LocalListsPage</name>
    <message>
        <source>Add list</source>
        <translation>Liste hinzufügen</translation>
    </message>
    <message>
        <source>A list of cards that stations know by themselves</source>
        <translation>Eine Liste von Karten, die Stationen von sich aus kennen</translation>
    </message>
    <message>
        <source>Local lists</source>
        <translation>Lokale Listen</translation>
    </message>
    <message>
        <source>Add a list</source>
        <translation>Liste hinzufügen</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen, ohne zu speichern</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n Liste</numerusform>
            <numerusform>%n Listen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given up</source>
        <translation>
            <numerusform>%n aufgegeben</numerusform>
            <numerusform>%n aufgegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Search lists</source>
        <translation>Listen durchsuchen</translation>
    </message>
    <message>
        <source>No list matches</source>
        <translation>Keine Liste passt</translation>
    </message>
    <message>
        <source>Search for fewer letters.</source>
        <translation>Suchen Sie nach weniger Buchstaben.</translation>
    </message>
    <message>
        <source>No local list yet</source>
        <translation>Noch keine lokale Liste</translation>
    </message>
    <message>
        <source>With a local list a station knows by itself who may charge: at once, and also while the line is down. A list can follow the id tags, or be entered by hand, and many stations can share it.</source>
        <translation>Mit einer lokalen Liste weiß eine Station von sich aus, wer laden darf: sofort, und auch ohne Verbindung. Eine Liste kann den Ladekarten folgen oder von Hand eingetragen werden, und viele Stationen können sie teilen.</translation>
    </message>
    <message>
        <source>The local lists cannot be read</source>
        <translation>Die lokalen Listen lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>%1 has a list of its own from now on.</source>
        <translation>%1 hat von jetzt an eine eigene Liste.</translation>
    </message>
    <message>
        <source>%1 was added. Which stations shall have it?</source>
        <translation>%1 wurde hinzugefügt. Welche Stationen sollen sie haben?</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n station(s) in step</source>
        <translation>
            <numerusform>%1 von %n Station abgeglichen</numerusform>
            <numerusform>%1 von %n Stationen abgeglichen</numerusform>
        </translation>
    </message>
    <message>
        <source>the new list</source>
        <translation>neue Liste</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Stationmaster</source>
        <translation>Stationmaster</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Sicherung wiederherstellen…</translation>
    </message>
    <message>
        <source>About Stationmaster</source>
        <translation>Über Stationmaster</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Appearance of the system</source>
        <translation>Darstellung wie das System</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>Helle Darstellung</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>Dunkle Darstellung</translation>
    </message>
</context>
<context>
    <name>ui::ManyPanel</name>
    <message>
        <source>0 · whole station</source>
        <translation>0 · ganze Station</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Detail schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n station(s)</source>
        <translation>
            <numerusform>%n Station</numerusform>
            <numerusform>%n Stationen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 online</source>
        <translation>%1 von %2 online</translation>
    </message>
    <message numerus="yes">
        <source>%n charging</source>
        <translation>
            <numerusform>%n lädt</numerusform>
            <numerusform>%n laden</numerusform>
        </translation>
    </message>
    <message>
        <source>the others get the command when they are back</source>
        <translation>die anderen bekommen den Befehl, wenn sie zurück sind</translation>
    </message>
    <message numerus="yes">
        <source>At %n of them: %1</source>
        <translation>
            <numerusform>An %n davon: %1</numerusform>
            <numerusform>An %n davon: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MemberForm</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>A station is in one site at most.</source>
        <translation>Eine Station gehört zu höchstens einem Standort.</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Hinter</translation>
    </message>
    <message>
        <source>The fuse or feeder that it hangs on.</source>
        <translation>Die Sicherung, an der sie hängt.</translation>
    </message>
    <message>
        <source>Wired to</source>
        <translation>Angeschlossen an</translation>
    </message>
    <message>
        <source>To which phases of the fuse its first, second and third one are wired. Turned from station to station, cars with one phase do not all charge from L1.</source>
        <translation>An welche Phasen der Sicherung ihre erste, zweite und dritte angeschlossen sind. Von Station zu Station gedreht laden einphasige Autos nicht alle an L1.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Its cars are served first, and get that many times as much of what is left above the minimum.</source>
        <translation>Ihre Autos kommen zuerst und bekommen von dem, was über das Minimum hinaus übrig ist, so viel Mal mehr.</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>What it can draw on each phase, all connectors together. It counts so while it has no limit.</source>
        <translation>Was sie auf jeder Phase ziehen kann, alle Anschlüsse zusammen. So viel zählt sie, solange sie keine Grenze hat.</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Of each car: below that it does not charge.</source>
        <translation>Für jedes Auto: Darunter lädt es nicht.</translation>
    </message>
    <message>
        <source>Chosen so that all fits</source>
        <translation>So gewählt, dass alles passt</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Notwert</translation>
    </message>
    <message>
        <source>What it gets when this computer is off: it keeps this limit by itself, without end.</source>
        <translation>Was sie bekommt, wenn dieser Rechner aus ist: Diese Grenze behält sie von selbst, ohne Ende.</translation>
    </message>
    <message>
        <source>0, or at least 6 A. All of them must fit the fuses.</source>
        <translation>0 oder mindestens 6 A. Alle zusammen müssen zu den Sicherungen passen.</translation>
    </message>
    <message>
        <source>Fallback, in A</source>
        <translation>Notwert, in A</translation>
    </message>
    <message>
        <source>Draws evenly</source>
        <translation>Zieht gleichmäßig</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>On all its phases, as DC chargers do. It counts for stations that know limits in W only: without it all of a limit may come from one phase.</source>
        <translation>Auf allen Phasen, wie DC-Lader. Zählt bei Stationen, die Grenzen nur in W kennen: sonst könnte alles von einer Phase kommen.</translation>
    </message>
    <message>
        <source>Take out of the site</source>
        <translation>Aus dem Standort nehmen</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>Of a phase. It counts for stations that know limits in W only, and for meters that tell W only.</source>
        <translation>Einer Phase. Sie zählt bei Stationen, die Grenzen nur in W kennen, und bei Zählern, die nur W melden.</translation>
    </message>
    <message>
        <source>Its limits are taken back when it is online. From now on its fuse counts without it: make sure that it does not hang there any more.</source>
        <translation>Ihre Grenzen werden zurückgenommen, sobald sie online ist. Von da an zählt ihre Sicherung ohne sie: Vergewissern Sie sich, dass sie nicht mehr daran hängt.</translation>
    </message>
</context>
<context>
    <name>ui::MessageDetail</name>
    <message>
        <source>The message, field by field</source>
        <translation>Die Nachricht, Feld für Feld</translation>
    </message>
    <message>
        <source>The message as it came</source>
        <translation>Die Nachricht, wie sie kam</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>Id %1</translation>
    </message>
</context>
<context>
    <name>ui::MessageFilterBar</name>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>All stations</source>
        <translation>Alle Stationen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Nachrichten</translation>
    </message>
    <message>
        <source>Only findings</source>
        <translation>Nur Befunde</translation>
    </message>
    <message>
        <source>Only messages that deviate from the specification</source>
        <translation>Nur Nachrichten, die von der Spezifikation abweichen</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Go to the end and follow what arrives</source>
        <translation>Ans Ende gehen und verfolgen, was eintrifft</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write all messages that pass the filter into a table (CSV), for who helps you</source>
        <translation>Alle gefilterten Nachrichten in eine Tabelle (CSV) schreiben, für jemanden, der Ihnen hilft</translation>
    </message>
</context>
<context>
    <name>ui::MessageLog</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>No message passes the filter</source>
        <translation>Keine Nachricht passt zum Filter</translation>
    </message>
    <message>
        <source>No message yet</source>
        <translation>Noch keine Nachricht</translation>
    </message>
    <message>
        <source>Search for fewer letters.</source>
        <translation>Suchen Sie nach weniger Buchstaben.</translation>
    </message>
    <message>
        <source>Choose another station or message, or search for fewer letters.</source>
        <translation>Wählen Sie eine andere Station oder Nachricht, oder suchen Sie nach weniger Buchstaben.</translation>
    </message>
    <message>
        <source>What stations and Stationmaster say to each other stands here, as it happens.</source>
        <translation>Hier steht laufend, was Stationen und Stationmaster einander senden.</translation>
    </message>
    <message>
        <source>The messages cannot be read</source>
        <translation>Die Nachrichten lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>answered after %1 ms</source>
        <translation>nach %1 ms beantwortet</translation>
    </message>
    <message>
        <source>after %1 ms</source>
        <translation>nach %1 ms</translation>
    </message>
    <message>
        <source>Nothing since %1</source>
        <translation>Nichts seit %1</translation>
    </message>
    <message>
        <source>Older messages have not been searched yet.</source>
        <translation>Ältere Nachrichten sind noch nicht durchsucht.</translation>
    </message>
    <message>
        <source>Search further</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Searched back to %1.</source>
        <translation>Durchsucht bis zurück zum %1.</translation>
    </message>
    <message>
        <source>Only the latest %L1 messages stand here. Search for a text to find older ones, or export them all.</source>
        <translation>Hier stehen nur die neuesten %L1 Nachrichten. Suchen Sie einen Text, um ältere zu finden, oder exportieren Sie alle.</translation>
    </message>
    <message>
        <source>Only the latest %L1 messages stand here. Choose a station or a message, or search for a text, to find older ones, or export them all.</source>
        <translation>Hier stehen nur die neuesten %L1 Nachrichten. Wählen Sie eine Station oder eine Nachricht, oder suchen Sie einen Text, um ältere zu finden, oder exportieren Sie alle.</translation>
    </message>
    <message>
        <source>Export all</source>
        <translation>Alle exportieren</translation>
    </message>
    <message>
        <source>Connect a charger</source>
        <translation>Eine Ladestation verbinden</translation>
    </message>
</context>
<context>
    <name>ui::MessageRow</name>
    <message>
        <source>From the station. Message id %1</source>
        <translation>Von der Station. Nachrichten-Id %1</translation>
    </message>
    <message>
        <source>To the station. Message id %1</source>
        <translation>An die Station. Nachrichten-Id %1</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
</context>
<context>
    <name>ui::MessagesPage</name>
    <message>
        <source>%1, paused</source>
        <translation>%1, angehalten</translation>
    </message>
    <message>
        <source>%1, live</source>
        <translation>%1, laufend</translation>
    </message>
    <message>
        <source>%1, more arrive at the end</source>
        <translation>%1, weitere treffen am Ende ein</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Show what has arrived meanwhile, and follow</source>
        <translation>Zeigen, was inzwischen eingetroffen ist, und folgen</translation>
    </message>
    <message>
        <source>Let the list stand still</source>
        <translation>Die Liste stillstehen lassen</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>nachrichten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) shown</source>
        <translation>
            <numerusform>Eine Nachricht gezeigt</numerusform>
            <numerusform>%Ln Nachrichten gezeigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MeterChart</name>
    <message>
        <source>Mean power, kW</source>
        <translation>Mittlere Leistung, kW</translation>
    </message>
    <message>
        <source>Power, kW</source>
        <translation>Leistung, kW</translation>
    </message>
    <message>
        <source>Energy, kWh</source>
        <translation>Energie, kWh</translation>
    </message>
    <message>
        <source>Power and energy over time</source>
        <translation>Leistung und Energie im Zeitverlauf</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>im Mittel %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>ui::MeterCurve</name>
    <message>
        <source>No meter values yet.</source>
        <translation>Noch keine Messwerte.</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. Power up to %2, %3 on average.</source>
        <translation>%1. Leistung bis %2, im Mittel %3.</translation>
    </message>
    <message>
        <source>%1. Power up to %2.</source>
        <translation>%1. Leistung bis %2.</translation>
    </message>
</context>
<context>
    <name>ui::MomentStrip</name>
    <message>
        <source>Drag on the canvas to draw a step; drag its top or an edge to change it.</source>
        <translation>Ziehen auf der Fläche zeichnet einen Abschnitt; Ziehen an Oberkante oder Rand ändert ihn.</translation>
    </message>
    <message>
        <source>Arrows: move the cursor; with Shift select, with Ctrl to the next edge</source>
        <translation>Pfeile: Marke bewegen; mit Umschalt auswählen, mit Strg zum nächsten Rand</translation>
    </message>
    <message>
        <source>Digits: the limit of what is selected</source>
        <translation>Ziffern: die Grenze dessen, was ausgewählt ist</translation>
    </message>
    <message>
        <source>+ and −, Ctrl and wheel: zoom; Page up and down: another week</source>
        <translation>+ und −, Strg und Mausrad: Größe; Bild auf und ab: andere Woche</translation>
    </message>
    <message>
        <source>Mouse and keys of the canvas</source>
        <translation>Maus und Tasten der Fläche</translation>
    </message>
    <message>
        <source>Double-click splits a step. Shift and drag select. Esc ends a drag without a change.</source>
        <translation>Doppelklick teilt einen Abschnitt. Umschalt und Ziehen wählt aus. Esc beendet ein Ziehen ohne Änderung.</translation>
    </message>
</context>
<context>
    <name>ui::MomentWords</name>
    <message>
        <source>%1 allows no less.</source>
        <translation>%1 erlaubt nicht weniger.</translation>
    </message>
    <message>
        <source>%1 is beaten: it is of a lower level.</source>
        <translation>%1 unterliegt: Es ist von niedrigerer Stufe.</translation>
    </message>
    <message>
        <source>%1 gives way to the profile of the session.</source>
        <translation>%1 weicht dem Profil des Ladevorgangs.</translation>
    </message>
    <message>
        <source>%1 limits its connector, but another one has no limit.</source>
        <translation>%1 begrenzt seinen Anschluss, aber ein anderer hat keine Grenze.</translation>
    </message>
    <message>
        <source>%1 is not valid any more.</source>
        <translation>%1 ist nicht mehr gültig.</translation>
    </message>
    <message>
        <source>%1 is not valid yet.</source>
        <translation>%1 ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>%1 has not begun yet.</source>
        <translation>%1 hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>%1 says nothing now.</source>
        <translation>%1 sagt jetzt nichts.</translation>
    </message>
    <message>
        <source>%1 is replaced by another of its purpose and level.</source>
        <translation>%1 ist durch ein anderes gleichen Zwecks und gleicher Stufe ersetzt.</translation>
    </message>
    <message>
        <source>%1 is for a session, and none runs.</source>
        <translation>%1 ist für einen Ladevorgang, und es läuft keiner.</translation>
    </message>
    <message>
        <source>%1 is for another session.</source>
        <translation>%1 ist für einen anderen Ladevorgang.</translation>
    </message>
    <message>
        <source>%1 is where no station takes its purpose.</source>
        <translation>%1 ist dort, wo keine Station seinen Zweck annimmt.</translation>
    </message>
    <message>
        <source>%1 is for another connector.</source>
        <translation>%1 ist für einen anderen Anschluss.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a name in quotation marks</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Capped by %1.</source>
        <translation>Gedeckelt von %1.</translation>
    </message>
    <message>
        <source>%1 decides.</source>
        <translation>%1 entscheidet.</translation>
    </message>
    <message>
        <source>Until %1.</source>
        <translation>Bis %1.</translation>
    </message>
    <message>
        <source>%1, level %2</source>
        <comment>purpose of a profile and its stack level</comment>
        <translation>%1, Stufe %2</translation>
    </message>
    <message>
        <source>It begins with the charging, so it has no place in the week. It is shown as if a car charged from Monday on.</source>
        <translation>Es beginnt mit dem Laden und hat deshalb keinen Platz in der Woche. Es ist gezeigt, als lüde ein Auto von Montag an.</translation>
    </message>
    <message>
        <source>It changes within a minute: that is finer than can be drawn here.</source>
        <translation>Es wechselt innerhalb einer Minute: Das ist feiner, als sich hier zeichnen lässt.</translation>
    </message>
    <message>
        <source>It does not repeat and lasts longer than a week.</source>
        <translation>Es wiederholt sich nicht und dauert länger als eine Woche.</translation>
    </message>
    <message>
        <source>It has no periods.</source>
        <translation>Es hat keine Abschnitte.</translation>
    </message>
    <message numerus="yes">
        <source>on %n phase(s)</source>
        <translation>
            <numerusform>auf %n Phase</numerusform>
            <numerusform>auf %n Phasen</numerusform>
        </translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>No profile says anything here: a car may draw all it can.</source>
        <translation>Hier sagt kein Profil etwas: Ein Auto darf ziehen, was es kann.</translation>
    </message>
    <message>
        <source>As if a car came %1.</source>
        <translation>Als käme ein Auto am %1.</translation>
    </message>
</context>
<context>
    <name>ui::NamedRow</name>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>Of several profiles for the same, the one with the highest level counts. OCPP: stackLevel</source>
        <translation>Von mehreren Profilen für dasselbe gilt das mit der höchsten Stufe. OCPP: stackLevel</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>ungenutzt</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Ort</numerusform>
            <numerusform>%n Orte</numerusform>
        </translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>ui::NewSiteForm</name>
    <message>
        <source>Add the site</source>
        <translation>Standort anlegen</translation>
    </message>
    <message>
        <source>Car park, or Depot</source>
        <translation>Parkplatz oder Betriebshof</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As you call it.</source>
        <translation>So, wie Sie ihn nennen.</translation>
    </message>
    <message>
        <source>Main fuse</source>
        <translation>Hauptsicherung</translation>
    </message>
    <message>
        <source>What it bears on each phase: the amperes printed on it.</source>
        <translation>Was sie auf jeder Phase trägt: die aufgedruckten Ampere.</translation>
    </message>
</context>
<context>
    <name>ui::NoticeBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>ui::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>ui::ObjectEditor</name>
    <message>
        <source>Give one</source>
        <translation>Eines angeben</translation>
    </message>
    <message>
        <source>Give %1</source>
        <translation>%1 angeben</translation>
    </message>
</context>
<context>
    <name>ui::OverviewPage</name>
    <message>
        <source>Stations online</source>
        <translation>Stationen online</translation>
    </message>
    <message>
        <source>Show the stations</source>
        <translation>Stationen zeigen</translation>
    </message>
    <message>
        <source>Charging now</source>
        <translation>Lädt gerade</translation>
    </message>
    <message>
        <source>Sessions now</source>
        <translation>Laufende Ladevorgänge</translation>
    </message>
    <message>
        <source>Show the sessions</source>
        <translation>Ladevorgänge zeigen</translation>
    </message>
    <message>
        <source>Power now</source>
        <translation>Leistung jetzt</translation>
    </message>
    <message>
        <source>Show the stations. The sum of what their connectors measure.</source>
        <translation>Stationen zeigen. Die Summe dessen, was ihre Anschlüsse messen.</translation>
    </message>
    <message>
        <source>Energy today</source>
        <translation>Energie heute</translation>
    </message>
    <message>
        <source>Show the sessions. What was charged since midnight, by the sessions&apos; meter readings.</source>
        <translation>Ladevorgänge zeigen. Was seit Mitternacht geladen wurde, nach den Zählerständen der Ladevorgänge.</translation>
    </message>
    <message>
        <source>No car is charging.</source>
        <translation>Kein Auto lädt.</translation>
    </message>
    <message>
        <source>%1 of %2 online</source>
        <translation>%1 von %2 online</translation>
    </message>
    <message numerus="yes">
        <source>%n charging</source>
        <translation>
            <numerusform>%n lädt</numerusform>
            <numerusform>%n laden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) need(s) you</source>
        <translation>
            <numerusform>%n Sache wartet auf Sie</numerusform>
            <numerusform>%n Sachen warten auf Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>all is well</source>
        <translation>alles in Ordnung</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message numerus="yes">
        <source>of %n connector(s)</source>
        <translation>
            <numerusform>von %n Anschluss</numerusform>
            <numerusform>von %n Anschlüssen</numerusform>
        </translation>
    </message>
    <message>
        <source>The site cannot be read</source>
        <translation>Der Standort lässt sich nicht lesen</translation>
    </message>
</context>
<context>
    <name>ui::PemFile</name>
    <message>
        <source>it is longer than a chain of certificates. Choose a file in PEM.</source>
        <translation>sie ist länger als eine Zertifikatskette. Wählen Sie eine PEM-Datei.</translation>
    </message>
</context>
<context>
    <name>ui::PeriodTable</name>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Add a period</source>
        <translation>Abschnitt hinzufügen</translation>
    </message>
    <message>
        <source>Hours and minutes after the start of the schedule. OCPP: startPeriod</source>
        <translation>Stunden und Minuten nach dem Beginn des Plans. OCPP: startPeriod</translation>
    </message>
    <message>
        <source>At most so much; 0 is a pause. OCPP: limit</source>
        <translation>Höchstens so viel; 0 ist eine Pause. OCPP: limit</translation>
    </message>
    <message>
        <source>On how many phases; the station assumes 3. OCPP: numberPhases</source>
        <translation>Auf wie vielen Phasen; die Station nimmt 3 an. OCPP: numberPhases</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Period %1: from</source>
        <translation>Abschnitt %1: ab</translation>
    </message>
    <message>
        <source>Period %1: limit</source>
        <translation>Abschnitt %1: Grenze</translation>
    </message>
    <message>
        <source>Period %1: phases</source>
        <translation>Abschnitt %1: Phasen</translation>
    </message>
    <message>
        <source>Remove period %1</source>
        <translation>Abschnitt %1 entfernen</translation>
    </message>
    <message>
        <source>Remove this period</source>
        <translation>Diesen Abschnitt entfernen</translation>
    </message>
    <message>
        <source>After (h:min)</source>
        <translation>Nach (Std.:Min.)</translation>
    </message>
</context>
<context>
    <name>ui::PlacePanel</name>
    <message>
        <source>Charging profiles</source>
        <translation>Ladeprofile</translation>
    </message>
    <message>
        <source>Parts of the detail</source>
        <translation>Teile der Einzelheiten</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Show the station</source>
        <translation>Station zeigen</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Stack level</source>
        <translation>Rangstufe</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Ladevorgang</translation>
    </message>
    <message>
        <source>Profile number</source>
        <translation>Profilnummer</translation>
    </message>
    <message>
        <source>Wanted since</source>
        <translation>Gewünscht seit</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Apply a profile…</source>
        <translation>Profil anwenden…</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>It is no longer wanted here, and the station drops it.</source>
        <translation>Es ist hier nicht mehr gewünscht, und die Station löscht es.</translation>
    </message>
    <message>
        <source>Clear all here</source>
        <translation>Hier alles löschen</translation>
    </message>
    <message>
        <source>Everything that the station has at this connector goes, also what nobody here knows of. OCPP: ClearChargingProfile</source>
        <translation>Alles, was die Station an diesem Anschluss hat, wird gelöscht, auch was hier niemand kennt. OCPP: ClearChargingProfile</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>Kein Profil</translation>
    </message>
    <message>
        <source>%1 (the station is offline)</source>
        <translation>%1 (die Station ist offline)</translation>
    </message>
    <message>
        <source>Nothing is wanted here, and nothing is known to be installed: the station charges as it likes.</source>
        <translation>Hier ist nichts gewünscht, und von nichts Installiertem ist etwas bekannt: Die Station lädt, wie sie will.</translation>
    </message>
    <message>
        <source>Apply another…</source>
        <translation>Anderes anwenden…</translation>
    </message>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>Computed, told, measured</source>
        <translation>Berechnet, gemeldet, gemessen</translation>
    </message>
    <message>
        <source>Edit in Schedules</source>
        <translation>In den Zeitplänen bearbeiten</translation>
    </message>
</context>
<context>
    <name>ui::PlaceRow</name>
    <message>
        <source>No profile</source>
        <translation>Kein Profil</translation>
    </message>
    <message>
        <source>Nothing is wanted here, and nothing is known to be installed.</source>
        <translation>Hier ist nichts gewünscht, und von nichts Installiertem ist etwas bekannt.</translation>
    </message>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Profile %1</source>
        <translation>Profil %1</translation>
    </message>
</context>
<context>
    <name>ui::PlotWords</name>
    <message>
        <source>The station allows less than its profiles say: a limit of its own, or a profile that is not known here.</source>
        <translation>Die Station erlaubt weniger, als ihre Profile sagen: eine eigene Grenze oder ein Profil, das hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>The station allows more than its profiles say: it does not have them all, or does not heed them.</source>
        <translation>Die Station erlaubt mehr, als ihre Profile sagen: Sie hat nicht alle, oder sie hält sie nicht ein.</translation>
    </message>
    <message>
        <source>The same, shifted by whole hours: the station&apos;s clock, its time zone or daylight saving.</source>
        <translation>Dasselbe, um ganze Stunden verschoben: die Uhr der Station, ihre Zeitzone oder die Sommerzeit.</translation>
    </message>
    <message>
        <source>What is wanted is less than what the station has.</source>
        <translation>Gewünscht ist weniger, als die Station hat.</translation>
    </message>
    <message>
        <source>What is wanted is more than what the station has.</source>
        <translation>Gewünscht ist mehr, als die Station hat.</translation>
    </message>
    <message>
        <source>The meter shows more than is allowed: the station or the car does not heed the limit.</source>
        <translation>Der Zähler zeigt mehr als erlaubt: Die Station oder das Auto hält die Grenze nicht ein.</translation>
    </message>
    <message>
        <source>The car takes much less than it may: its own limit, fewer phases, or a full battery.</source>
        <translation>Das Auto nimmt viel weniger, als es darf: eigene Grenze, weniger Phasen oder ein voller Akku.</translation>
    </message>
    <message>
        <source>Limits over time</source>
        <translation>Grenzen im Zeitverlauf</translation>
    </message>
    <message>
        <source>Connector %1</source>
        <translation>Anschluss %1</translation>
    </message>
    <message>
        <source>Whole station</source>
        <translation>Ganze Station</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>No profile counts here.</source>
        <translation>Hier gilt kein Profil.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>Ladevorgang %1</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>No profile limits.</source>
        <translation>Kein Profil begrenzt.</translation>
    </message>
    <message>
        <source>%1 %2 of level %3</source>
        <comment>purpose, number</comment>
        <translation>%1 %2 der Ebene %3</translation>
    </message>
    <message>
        <source>%1 at connector %2 by %3</source>
        <comment>16 A at connector 1 by a profile</comment>
        <translation>%1 an Anschluss %2 durch %3</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>16 A: profile.</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <comment>the profile, what became of it</comment>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>That is below the least of %1 at which charging is efficient.</source>
        <translation>Das liegt unter den %1, ab denen effizient geladen wird.</translation>
    </message>
    <message>
        <source>does not allow less</source>
        <translation>erlaubt nicht weniger</translation>
    </message>
    <message>
        <source>is of a lower level</source>
        <translation>hat eine niedrigere Ebene</translation>
    </message>
    <message>
        <source>gives way to the profile of the session</source>
        <translation>weicht dem Profil des Ladevorgangs</translation>
    </message>
    <message>
        <source>limits its connector, but another one has no limit</source>
        <translation>begrenzt seinen Anschluss, aber ein anderer hat keine Grenze</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>a day on an axis, for QLocale</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, for QLocale</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>berechnet</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>gewünscht</translation>
    </message>
    <message>
        <source>told</source>
        <translation>gemeldet</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 bis %2: %3</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>There is nothing to draw: the schedule covers no time.</source>
        <translation>Es gibt nichts zu zeichnen: Der Plan umfasst keine Zeit.</translation>
    </message>
    <message>
        <source>Nothing is known of this time.</source>
        <translation>Von dieser Zeit ist nichts bekannt.</translation>
    </message>
</context>
<context>
    <name>ui::ProblemPanel</name>
    <message>
        <source>Nothing speaks against what is drawn.</source>
        <translation>Nichts spricht gegen das Gezeichnete.</translation>
    </message>
</context>
<context>
    <name>ui::ProfileDeeds</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was saved. %n station(s) get it.</source>
        <translation>
            <numerusform>%1 wurde gespeichert. %n Station bekommt es.</numerusform>
            <numerusform>%1 wurde gespeichert. %n Stationen bekommen es.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is wanted at %2. Withdraw it there first.</source>
        <translation>%1 ist gewünscht bei: %2. Ziehen Sie es dort zuerst zurück.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1 is for %2, %3 from now on.</source>
        <translation>%1 gilt ab jetzt für %2, %3.</translation>
    </message>
    <message>
        <source>%1 is withdrawn from %2, %3.</source>
        <translation>%1 ist zurückgezogen von %2, %3.</translation>
    </message>
    <message numerus="yes">
        <source>All profiles of %1, %2 are cleared: %n known here.</source>
        <translation>
            <numerusform>Alle Profile von %1, %2 werden gelöscht: hier bekannt ist %n.</numerusform>
            <numerusform>Alle Profile von %1, %2 werden gelöscht: hier bekannt sind %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) are on their way.</source>
        <translation>
            <numerusform>%n Profil ist unterwegs.</numerusform>
            <numerusform>%n Profile sind unterwegs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not fit.</source>
        <translation>
            <numerusform>%n passte nicht.</numerusform>
            <numerusform>%n passten nicht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProfileForm</name>
    <message>
        <source>Close without saving</source>
        <translation>Schließen, ohne zu speichern</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Night, or Grid limit</source>
        <translation>Nacht oder Netzgrenze</translation>
    </message>
    <message>
        <source>As you call it; the stations do not see it.</source>
        <translation>Wie Sie es nennen; die Stationen sehen es nicht.</translation>
    </message>
    <message>
        <source>Apply to a station…</source>
        <translation>Auf eine Station anwenden…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>It goes to stations when you apply it there.</source>
        <translation>Zu Stationen kommt es, wenn Sie es dort anwenden.</translation>
    </message>
    <message>
        <source>No station has it yet.</source>
        <translation>Noch keine Station hat es.</translation>
    </message>
    <message numerus="yes">
        <source>Wanted at %n place(s): what you save goes there, too.</source>
        <translation>
            <numerusform>An %n Ort gewünscht: Was Sie speichern, kommt auch dorthin.</numerusform>
            <numerusform>An %n Orten gewünscht: Was Sie speichern, kommt auch dorthin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdraw it from the stations first.</source>
        <translation>Ziehen Sie es zuerst von den Stationen zurück.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The profile needs a name.</source>
        <translation>Das Profil braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name is one line of text.</source>
        <translation>Ein Name ist eine Zeile Text.</translation>
    </message>
    <message>
        <source>There is a profile of this name already.</source>
        <translation>Es gibt schon ein Profil dieses Namens.</translation>
    </message>
    <message>
        <source>Save it first.</source>
        <translation>Speichern Sie es zuerst.</translation>
    </message>
    <message>
        <source>Edit in Schedules</source>
        <translation>In den Zeitplänen bearbeiten</translation>
    </message>
    <message>
        <source>Edit in Schedules, as the library has it</source>
        <translation>In den Zeitplänen bearbeiten, so wie es in der Bibliothek steht</translation>
    </message>
</context>
<context>
    <name>ui::ProfileWords</name>
    <message>
        <source>To be sent</source>
        <translation>Zu senden</translation>
    </message>
    <message>
        <source>It is sent to the station in a moment.</source>
        <translation>Es wird gleich an die Station gesendet.</translation>
    </message>
    <message>
        <source>It is sent as soon as the station is back.</source>
        <translation>Es wird gesendet, sobald die Station zurück ist.</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>The station has accepted it and keeps it.</source>
        <translation>Die Station hat es angenommen und behält es.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The station said no. It is asked again some times; then change the profile, or withdraw it.</source>
        <translation>Die Station hat abgelehnt. Sie wird noch einige Male gefragt; dann ändern Sie das Profil oder ziehen es zurück.</translation>
    </message>
    <message>
        <source>Not supported</source>
        <translation>Nicht möglich</translation>
    </message>
    <message>
        <source>The station knows no charging profiles. A firmware update may teach it; until then withdraw the profile.</source>
        <translation>Die Station kennt keine Ladeprofile. Neue Firmware bringt sie ihr vielleicht bei; bis dahin ziehen Sie das Profil zurück.</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>It was not sent, because it breaks a limit that the station itself has told. Change the profile, or withdraw it.</source>
        <translation>Es wurde nicht gesendet, weil es gegen eine Grenze verstößt, die die Station selbst genannt hat. Ändern Sie das Profil oder ziehen Sie es zurück.</translation>
    </message>
    <message>
        <source>Being cleared</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>It is no longer wanted; the station is told to drop it.</source>
        <translation>Es ist nicht mehr gewünscht; die Station soll es löschen.</translation>
    </message>
    <message>
        <source>It is no longer wanted; the station is told as soon as it is back.</source>
        <translation>Es ist nicht mehr gewünscht; die Station erfährt es, sobald sie zurück ist.</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>Ungewünscht</translation>
    </message>
    <message>
        <source>The station has it by an earlier command, but nobody wants it now.</source>
        <translation>Die Station hat es von einem früheren Befehl, aber jetzt will es niemand.</translation>
    </message>
    <message>
        <source>There is no connector %1: the station has %2.</source>
        <translation>Anschluss %1 gibt es nicht: Die Station hat %2.</translation>
    </message>
    <message>
        <source>A limit of the whole station belongs to the whole station, not to a connector.</source>
        <translation>Eine Grenze der ganzen Station gehört an die ganze Station, nicht an einen Anschluss.</translation>
    </message>
    <message>
        <source>A profile for one session belongs to a connector, not to the whole station.</source>
        <translation>Ein Profil für einen Ladevorgang gehört an einen Anschluss, nicht an die ganze Station.</translation>
    </message>
    <message>
        <source>A profile for one session needs a session, and none runs at this connector.</source>
        <translation>Ein Profil für einen Ladevorgang braucht einen, und an diesem Anschluss läuft keiner.</translation>
    </message>
    <message>
        <source>Only a profile for one session may name a session.</source>
        <translation>Nur ein Profil für einen Ladevorgang darf einen nennen.</translation>
    </message>
    <message>
        <source>The lowest stack level is 0.</source>
        <translation>Die niedrigste Rangstufe ist 0.</translation>
    </message>
    <message>
        <source>The station&apos;s highest stack level is %2, not %1.</source>
        <translation>Die höchste Rangstufe der Station ist %2, nicht %1.</translation>
    </message>
    <message>
        <source>The station takes schedules in %2 only, not in %1.</source>
        <translation>Die Station nimmt Pläne nur in %2, nicht in %1.</translation>
    </message>
    <message>
        <source>A schedule has at least one period.</source>
        <translation>Ein Plan hat mindestens einen Abschnitt.</translation>
    </message>
    <message>
        <source>The station takes %2 periods at most, not %1.</source>
        <translation>Die Station nimmt höchstens %2 Abschnitte, nicht %1.</translation>
    </message>
    <message>
        <source>The station takes %2 profiles at most; this would be number %1. Withdraw another one first.</source>
        <translation>Die Station nimmt höchstens %2 Profile; dieses wäre Nummer %1. Ziehen Sie zuerst ein anderes zurück.</translation>
    </message>
    <message>
        <source>The first period begins at 0:00.</source>
        <translation>Der erste Abschnitt beginnt bei 0:00.</translation>
    </message>
    <message>
        <source>Each period begins after the one before: %1 does not follow %2.</source>
        <translation>Jeder Abschnitt beginnt nach dem vorigen: %1 folgt nicht auf %2.</translation>
    </message>
    <message>
        <source>A limit is never below 0.</source>
        <translation>Eine Grenze liegt nie unter 0.</translation>
    </message>
    <message>
        <source>%1 has more than one decimal.</source>
        <translation>%1 hat mehr als eine Nachkommastelle.</translation>
    </message>
    <message>
        <source>The schedule must last longer than 0 seconds.</source>
        <translation>Der Plan muss länger als 0 Sekunden dauern.</translation>
    </message>
    <message>
        <source>Choose whether it repeats every day or every week.</source>
        <translation>Wählen Sie, ob es sich täglich oder wöchentlich wiederholt.</translation>
    </message>
    <message>
        <source>A profile that repeats must say when it begins first.</source>
        <translation>Ein Profil, das sich wiederholt, muss sagen, wann es zuerst beginnt.</translation>
    </message>
    <message>
        <source>It is never valid: its end is not after its beginning.</source>
        <translation>Es ist nie gültig: Sein Ende liegt nicht nach seinem Anfang.</translation>
    </message>
    <message>
        <source>A connector has 1 to 3 phases.</source>
        <translation>Ein Anschluss hat 1 bis 3 Phasen.</translation>
    </message>
    <message>
        <source>Without a start it begins with the charging.</source>
        <translation>Ohne Beginn fängt es mit dem Laden an.</translation>
    </message>
    <message>
        <source>It begins with the charging; its start means nothing.</source>
        <translation>Es beginnt mit dem Laden; sein Beginn bedeutet nichts.</translation>
    </message>
    <message>
        <source>A limit of the whole station holds without a session: &quot;from the start of charging&quot; says nothing about when it begins.</source>
        <translation>Eine Grenze der ganzen Station gilt auch ohne Ladevorgang: „ab Beginn des Ladens“ sagt nicht, wann sie beginnt.</translation>
    </message>
    <message>
        <source>It does not repeat, so how often means nothing.</source>
        <translation>Es wiederholt sich nicht, also bedeutet nichts, wie oft.</translation>
    </message>
    <message>
        <source>The schedule ends at %2, before the period that begins at %1.</source>
        <translation>Der Plan endet bei %2, vor dem Abschnitt, der bei %1 beginnt.</translation>
    </message>
    <message>
        <source>The schedule begins anew after %2; what follows until %1 never comes.</source>
        <translation>Der Plan beginnt nach %2 von vorn; was bis %1 folgt, kommt nie.</translation>
    </message>
    <message>
        <source>No car charges with less than 6 A: %1 A is a pause. Say 0 or 6.</source>
        <translation>Kein Auto lädt mit weniger als 6 A: %1 A ist eine Pause. Sagen Sie 0 oder 6.</translation>
    </message>
    <message>
        <source>The station does not say that it can change the number of phases while it charges.</source>
        <translation>Die Station sagt nicht, dass sie die Zahl der Phasen beim Laden wechseln kann.</translation>
    </message>
    <message>
        <source>It is not valid any more since %1.</source>
        <translation>Es gilt seit %1 nicht mehr.</translation>
    </message>
    <message>
        <source>This profile is not in the library any more.</source>
        <translation>Dieses Profil ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>whole station</source>
        <translation>ganze Station</translation>
    </message>
    <message>
        <source>connector %1</source>
        <translation>Anschluss %1</translation>
    </message>
    <message>
        <source>%1 d %2</source>
        <comment>days, hours and minutes</comment>
        <translation>%1 d %2</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>jede Woche</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>from the start of charging</source>
        <translation>ab Beginn des Ladens</translation>
    </message>
    <message>
        <source>once, from %1</source>
        <translation>einmal, ab %1</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message numerus="yes">
        <source>on %n phase(s)</source>
        <translation>
            <numerusform>auf %n Phase</numerusform>
            <numerusform>auf %n Phasen</numerusform>
        </translation>
    </message>
    <message>
        <source>The station is in a site: for the whole station, stack level %2 and above are for load balancing, and this profile has %1. Choose a lower one, or take the station out of its site.</source>
        <translation>Die Station gehört zu einem Standort: Für die ganze Station sind Stufe %2 und höhere der Lastverteilung vorbehalten, und dieses Profil hat Stufe %1. Wählen Sie eine niedrigere, oder nehmen Sie die Station aus dem Standort.</translation>
    </message>
    <message>
        <source>Watt and ampere are converted by %1 × %2, as entered for the station on the page Load balancing.</source>
        <translation>Watt und Ampere werden mit %1 × %2 umgerechnet, wie auf der Seite Lastverteilung für die Station eingetragen.</translation>
    </message>
    <message>
        <source>Watt and ampere are converted by %1 × %2. What the station has can be entered on the page Load balancing.</source>
        <translation>Watt und Ampere werden mit %1 × %2 umgerechnet. Was die Station hat, lässt sich auf der Seite Lastverteilung eintragen.</translation>
    </message>
</context>
<context>
    <name>ui::ProfilesPage</name>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>Enter a profile into the library</source>
        <translation>Ein Profil in die Bibliothek aufnehmen</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Teile der Seite</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>At the stations</source>
        <translation>An den Stationen</translation>
    </message>
    <message>
        <source>Connectors without a profile, too</source>
        <translation>Auch Anschlüsse ohne Profil</translation>
    </message>
    <message>
        <source>Apply a profile…</source>
        <translation>Profil anwenden…</translation>
    </message>
    <message>
        <source>Choose a profile of the library for a connector</source>
        <translation>Ein Profil der Bibliothek für einen Anschluss wählen</translation>
    </message>
    <message>
        <source>Library of charging profiles</source>
        <translation>Bibliothek der Ladeprofile</translation>
    </message>
    <message>
        <source>Profiles at the stations</source>
        <translation>Profile an den Stationen</translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s)</source>
        <translation>
            <numerusform>%n Profil</numerusform>
            <numerusform>%n Profile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>installed at %1 of %n place(s)</source>
        <translation>
            <numerusform>installiert an %1 von %n Ort</numerusform>
            <numerusform>installiert an %1 von %n Orten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Search profiles</source>
        <translation>Profile suchen</translation>
    </message>
    <message>
        <source>No profile matches</source>
        <translation>Kein Profil passt</translation>
    </message>
    <message>
        <source>Search for fewer letters.</source>
        <translation>Suchen Sie nach weniger Buchstaben.</translation>
    </message>
    <message>
        <source>No profile yet</source>
        <translation>Noch kein Profil</translation>
    </message>
    <message>
        <source>A charging profile says how much may be drawn, and when: less in the evening, all of it at night, never more than the connection to the grid carries. Enter one here, then apply it to stations.</source>
        <translation>Ein Ladeprofil sagt, wie viel wann gezogen werden darf: abends weniger, nachts alles, nie mehr, als der Netzanschluss trägt. Legen Sie hier eines an und wenden Sie es dann auf Stationen an.</translation>
    </message>
    <message>
        <source>No station has a profile</source>
        <translation>Keine Station hat ein Profil</translation>
    </message>
    <message>
        <source>Apply one of the library to a connector. It is sent at once, or when the station is back, and kept there: also after a restart.</source>
        <translation>Wenden Sie eines der Bibliothek auf einen Anschluss an. Es wird sofort gesendet, oder wenn die Station zurück ist, und dort gehalten: auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>The profiles cannot be read</source>
        <translation>Die Profile lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>the new profile</source>
        <translation>neues Profil</translation>
    </message>
    <message>
        <source>Clear all profiles</source>
        <translation>Alle Profile löschen</translation>
    </message>
    <message>
        <source>%1, %2: the station drops every charging profile that it has there. Those that nobody here knows of cannot be brought back.</source>
        <translation>%1, %2: Die Station verwirft alle Ladeprofile, die sie dort hat. Solche, die hier niemand kennt, lassen sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle löschen</translation>
    </message>
</context>
<context>
    <name>ui::RefusalWords</name>
    <message>
        <source>This station is not registered any more.</source>
        <translation>Diese Station ist nicht mehr angemeldet.</translation>
    </message>
    <message>
        <source>OCPP 1.6 has no such command for stations.</source>
        <translation>OCPP 1.6 kennt keinen solchen Befehl an Stationen.</translation>
    </message>
    <message>
        <source>The station is offline, and the command was not to wait for it.</source>
        <translation>Die Station ist offline, und der Befehl sollte nicht auf sie warten.</translation>
    </message>
    <message>
        <source>OCPP 1.6 does not allow these values together.</source>
        <translation>OCPP 1.6 erlaubt diese Werte nicht zusammen.</translation>
    </message>
    <message>
        <source>OCPP 1.6 does not allow this value of %1, or it is missing.</source>
        <translation>OCPP 1.6 erlaubt diesen Wert von %1 nicht, oder er fehlt.</translation>
    </message>
</context>
<context>
    <name>ui::ReservationForm</name>
    <message>
        <source>Reserve a connector</source>
        <translation>Anschluss reservieren</translation>
    </message>
    <message>
        <source>Close the form</source>
        <translation>Formular schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reservieren</translation>
    </message>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>Show the reservation</source>
        <translation>Reservierung zeigen</translation>
    </message>
    <message>
        <source>a tag or a name</source>
        <translation>eine Karte oder ein Name</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>It keeps a connector free as soon as it agrees.</source>
        <translation>Sie hält einen Anschluss frei, sobald sie zustimmt.</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>Any: one stays free, whichever it is.</source>
        <translation>Beliebig: Einer bleibt frei, gleich welcher.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Only this tag may charge there until then. OCPP: idTag</source>
        <translation>Nur diese Karte darf bis dahin dort laden. OCPP: idTag</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>From then on the connector is free again. OCPP: expiryDate</source>
        <translation>Von da an ist der Anschluss wieder frei. OCPP: expiryDate</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 min</translation>
    </message>
    <message>
        <source>Until in 30 minutes</source>
        <translation>Bis in 30 Minuten</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>Until in 1 hour</source>
        <translation>Bis in 1 Stunde</translation>
    </message>
    <message>
        <source>4 h</source>
        <translation>4 h</translation>
    </message>
    <message>
        <source>Until in 4 hours</source>
        <translation>Bis in 4 Stunden</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>Until in 1 day</source>
        <translation>Bis in 1 Tag</translation>
    </message>
    <message>
        <source>%1 (offline)</source>
        <translation>%1 (offline)</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>By its configuration this station has no reservations.</source>
        <translation>Laut ihrer Konfiguration kann diese Station nicht reservieren.</translation>
    </message>
    <message>
        <source>Others of the group %1 may use it, too</source>
        <translation>Auch für die Gruppe %1</translation>
    </message>
    <message>
        <source>Choose a station first.</source>
        <translation>Wählen Sie zuerst eine Station.</translation>
    </message>
    <message>
        <source>Choose a connector.</source>
        <translation>Wählen Sie einen Anschluss.</translation>
    </message>
    <message>
        <source>Say for whom: choose a tag, or type the name.</source>
        <translation>Sagen Sie, für wen: Wählen Sie eine Karte, oder tippen Sie den Namen.</translation>
    </message>
    <message>
        <source>This is over already. Choose a later time.</source>
        <translation>Das ist schon vorbei. Wählen Sie eine spätere Zeit.</translation>
    </message>
</context>
<context>
    <name>ui::ReservationPanel</name>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Ladekarte</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Ladevorgang</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Cancel the reservation</source>
        <translation>Reservierung aufheben</translation>
    </message>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>Reserve again…</source>
        <translation>Noch einmal reservieren…</translation>
    </message>
    <message>
        <source>Show the station</source>
        <translation>Station zeigen</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>%1, any connector</source>
        <translation>%1, beliebiger Anschluss</translation>
    </message>
    <message>
        <source>%1, connector %2</source>
        <translation>%1, Anschluss %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>state, what came of it</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>ui::ReservationRow</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Aufgehoben</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 min %2 s left</source>
        <translation>noch %1 min %2 s</translation>
    </message>
    <message>
        <source>Replaced by another</source>
        <translation>Durch eine andere ersetzt</translation>
    </message>
    <message>
        <source>The connector failed</source>
        <translation>Anschluss gestört</translation>
    </message>
    <message>
        <source>The station has it no more</source>
        <translation>Die Station hat sie nicht mehr</translation>
    </message>
    <message>
        <source>Put out of service</source>
        <translation>Außer Betrieb genommen</translation>
    </message>
    <message>
        <source>%1
Others of the group %2 may use it, too</source>
        <translation>%1
Auch andere der Gruppe %2 dürfen sie nutzen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>Ladevorgang %1</translation>
    </message>
    <message>
        <source>Nobody came</source>
        <translation>Niemand kam</translation>
    </message>
    <message>
        <source>%1, any connector</source>
        <translation>%1, beliebiger Anschluss</translation>
    </message>
    <message>
        <source>%1, connector %2</source>
        <translation>%1, Anschluss %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>time</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Asked again after a restart, the station refused it (%1)</source>
        <translation>Nach einem Neustart erneut gefragt, hat die Station sie abgelehnt (%1)</translation>
    </message>
</context>
<context>
    <name>ui::ReservationTimeline</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>connector %1</source>
        <translation>Anschluss %1</translation>
    </message>
    <message>
        <source>Timeline of the reservations</source>
        <translation>Zeitleiste der Reservierungen</translation>
    </message>
    <message>
        <source>Arrow keys go from one reservation to the next.</source>
        <translation>Pfeiltasten führen von einer Reservierung zur nächsten.</translation>
    </message>
    <message>
        <source>Double-click to reserve this connector</source>
        <translation>Doppelklick, um diesen Anschluss zu reservieren</translation>
    </message>
</context>
<context>
    <name>ui::ReservationsPage</name>
    <message>
        <source>Reserve</source>
        <translation>Reservieren</translation>
    </message>
    <message>
        <source>Have a station keep a connector free for somebody</source>
        <translation>Eine Station einen Anschluss für jemanden frei halten lassen</translation>
    </message>
    <message>
        <source>Reservations</source>
        <translation>Reservierungen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>All of these days</source>
        <translation>Alle dieser Tage</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>Time in sight</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 Stunden</translation>
    </message>
    <message>
        <source>12 hours</source>
        <translation>12 Stunden</translation>
    </message>
    <message>
        <source>2 days</source>
        <translation>2 Tage</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Scroll the timeline to this moment</source>
        <translation>Die Zeitleiste auf diesen Augenblick stellen</translation>
    </message>
    <message>
        <source>No connector is reserved</source>
        <translation>Kein Anschluss ist reserviert</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n aktiv</numerusform>
            <numerusform>%n aktiv</numerusform>
        </translation>
    </message>
    <message>
        <source>the next ends at %1</source>
        <translation>die nächste endet um %1</translation>
    </message>
    <message>
        <source>Search reservations</source>
        <translation>Reservierungen durchsuchen</translation>
    </message>
    <message>
        <source>No reservation matches</source>
        <translation>Keine Reservierung passt</translation>
    </message>
    <message>
        <source>Choose another state, or search for fewer letters.</source>
        <translation>Wählen Sie einen anderen Zustand, oder suchen Sie nach weniger Buchstaben.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Nothing is reserved</source>
        <translation>Nichts ist reserviert</translation>
    </message>
    <message>
        <source>A reservation keeps a connector free for one card until a certain time. The station takes part in it: it turns other cards away.</source>
        <translation>Eine Reservierung hält einen Anschluss bis zu einer bestimmten Zeit für eine Karte frei. Die Station macht dabei mit: Sie weist andere Karten ab.</translation>
    </message>
    <message>
        <source>Reserve a connector</source>
        <translation>Anschluss reservieren</translation>
    </message>
    <message>
        <source>The reservations cannot be read</source>
        <translation>Die Reservierungen lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>the new reservation</source>
        <translation>neue Reservierung</translation>
    </message>
    <message>
        <source>the reservation at %1</source>
        <translation>Reservierung an %1</translation>
    </message>
</context>
<context>
    <name>ui::RolloutPanel</name>
    <message>
        <source>Updates of the roll-out</source>
        <translation>Aktualisierungen der Verteilung</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop the roll-out</source>
        <translation>Verteilung anhalten</translation>
    </message>
    <message>
        <source>What is installed stays; what has not begun does not begin, and what runs is called off.</source>
        <translation>Was installiert ist, bleibt; was noch nicht begonnen hat, beginnt nicht, und was läuft, wird abgesagt.</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Wave %1: %2 of %3.</source>
        <translation>Welle %1: %2 von %3.</translation>
    </message>
    <message>
        <source>Roll-out of %1</source>
        <translation>Verteilung von %1</translation>
    </message>
    <message>
        <source>Roll-out of %1 (%2)</source>
        <translation>Verteilung von %1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::RolloutRow</name>
    <message>
        <source>%1 of %2</source>
        <comment>waves</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n station(s)</source>
        <translation>
            <numerusform>%1 von %n Station</numerusform>
            <numerusform>%1 von %n Stationen</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Welle</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
</context>
<context>
    <name>ui::SampleRow</name>
    <message>
        <source>Meter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Energy since the last value</source>
        <translation>Energie seit dem letzten Wert</translation>
    </message>
    <message>
        <source>Meter of energy given back</source>
        <translation>Zähler der Rückspeisung</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Power given back</source>
        <translation>Rückspeiseleistung</translation>
    </message>
    <message>
        <source>Power offered</source>
        <translation>Angebotene Leistung</translation>
    </message>
    <message>
        <source>Power factor</source>
        <translation>Leistungsfaktor</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Current given back</source>
        <translation>Rückspeisestrom</translation>
    </message>
    <message>
        <source>Current offered</source>
        <translation>Angebotener Strom</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>Car&apos;s battery</source>
        <translation>Batterie des Autos</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Fan speed</source>
        <translation>Lüfterdrehzahl</translation>
    </message>
    <message>
        <source>regular</source>
        <translation>regelmäßig</translation>
    </message>
    <message>
        <source>by the clock</source>
        <translation>nach der Uhr</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>beim Start</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>am Ende</translation>
    </message>
    <message>
        <source>interruption begins</source>
        <translation>Unterbrechung beginnt</translation>
    </message>
    <message>
        <source>interruption ends</source>
        <translation>Unterbrechung endet</translation>
    </message>
    <message>
        <source>when asked</source>
        <translation>auf Anfrage</translation>
    </message>
    <message>
        <source>other</source>
        <translation>sonstige</translation>
    </message>
    <message>
        <source>OCPP: %1, measured at: %2</source>
        <translation>OCPP: %1, gemessen bei: %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Anlass</translation>
    </message>
</context>
<context>
    <name>ui::ScheduleChart</name>
    <message>
        <source>From %1 to %2: %3</source>
        <translation>Von %1 bis %2: %3</translation>
    </message>
    <message>
        <source>Limit over time</source>
        <translation>Grenze im Lauf der Zeit</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Nothing is known of the limits.</source>
        <translation>Von den Grenzen ist nichts bekannt.</translation>
    </message>
</context>
<context>
    <name>ui::ScheduleDocument</name>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
</context>
<context>
    <name>ui::ScheduleSource</name>
    <message>
        <source>Profile %1</source>
        <translation>Profil %1</translation>
    </message>
</context>
<context>
    <name>ui::SchedulesPage</name>
    <message>
        <source>Apply…</source>
        <translation>Anwenden…</translation>
    </message>
    <message>
        <source>Choose where what is drawn is to go</source>
        <translation>Wählen, wohin das Gezeichnete soll</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Whose profiles are shown below what you draw</source>
        <translation>Wessen Profile unter dem Gezeichneten zu sehen sind</translation>
    </message>
    <message>
        <source>Draw freely</source>
        <translation>Frei zeichnen</translation>
    </message>
    <message>
        <source>At</source>
        <translation>An</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>Die Woche davor</translation>
    </message>
    <message>
        <source>The week after</source>
        <translation>Die Woche danach</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>This week, this moment</source>
        <translation>Diese Woche, dieser Moment</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>What times snap to</source>
        <translation>Worauf Zeiten einrasten</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Below the canvas</source>
        <translation>Unter der Fläche</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Week %1 · %2 – %3</source>
        <comment>number of the week, first and last day</comment>
        <translation>Woche %1 · %2 – %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %n profile(s) there</source>
        <translation>
            <numerusform>%1, %2: %n Profil dort</numerusform>
            <numerusform>%1, %2: %n Profile dort</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing drawn yet</source>
        <translation>noch nichts gezeichnet</translation>
    </message>
    <message numerus="yes">
        <source>%n drawn here, not sent</source>
        <translation>
            <numerusform>%n hier gezeichnet, nicht gesendet</numerusform>
            <numerusform>%n hier gezeichnet, nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has several gaps: one profile can be silent only once. Fill them first.</source>
        <translation>%1 hat mehrere Lücken: Ein Profil kann nur einmal schweigen. Füllen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Import charging profiles</source>
        <translation>Ladeprofile importieren</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 holds no charging profiles.</source>
        <translation>%1 enthält keine Ladeprofile.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) from %1</source>
        <translation>
            <numerusform>%n Profil aus %1</numerusform>
            <numerusform>%n Profile aus %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Export charging profiles</source>
        <translation>Ladeprofile exportieren</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Nach %1 geschrieben</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation>Noch nichts gezeichnet</translation>
    </message>
    <message>
        <source>The stations and their profiles cannot be read.</source>
        <translation>Die Stationen und ihre Profile lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The stations cannot be read, so there is nowhere to apply it to.</source>
        <translation>Die Stationen lassen sich nicht lesen: Es gibt nichts, worauf es sich anwenden ließe.</translation>
    </message>
</context>
<context>
    <name>ui::SecurityDeeds</name>
    <message>
        <source>Noted as seen.</source>
        <translation>Als gesehen vermerkt.</translation>
    </message>
    <message>
        <source>The station gets it, and keeps it over restarts.</source>
        <translation>Die Station bekommt es und behält es über Neustarts.</translation>
    </message>
    <message>
        <source>The station is told to delete it.</source>
        <translation>Die Station soll es löschen.</translation>
    </message>
    <message>
        <source>The station is not to have it any more.</source>
        <translation>Die Station soll es nicht mehr bekommen.</translation>
    </message>
    <message>
        <source>The station gets its certificate.</source>
        <translation>Die Station bekommt ihr Zertifikat.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>It has been settled meanwhile.</source>
        <translation>Es ist inzwischen erledigt.</translation>
    </message>
    <message>
        <source>It gets no certificate for this request.</source>
        <translation>Für diese Anforderung bekommt sie kein Zertifikat.</translation>
    </message>
</context>
<context>
    <name>ui::SecurityView</name>
    <message>
        <source>for signed firmware</source>
        <translation>für signierte Firmware</translation>
    </message>
    <message>
        <source>for this system</source>
        <translation>für dieses System</translation>
    </message>
    <message>
        <source>The station has told none.</source>
        <translation>Die Station hat keine gemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) that nobody has seen.</source>
        <translation>
            <numerusform>%n Alarm, den niemand gesehen hat.</numerusform>
            <numerusform>%n Alarme, die niemand gesehen hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>No alarm waits.</source>
        <translation>Kein offener Alarm.</translation>
    </message>
    <message>
        <source>The station does not know the messages for certificates.</source>
        <translation>Die Station kennt die Nachrichten für Zertifikate nicht.</translation>
    </message>
    <message>
        <source>The station is being asked what it has.</source>
        <translation>Die Station wird gefragt, was sie hat.</translation>
    </message>
    <message>
        <source>The station is asked what it has when it is back.</source>
        <translation>Die Station wird gefragt, was sie hat, sobald sie zurück ist.</translation>
    </message>
    <message>
        <source>Nobody has asked the station yet what it has.</source>
        <translation>Die Station wurde noch nicht gefragt, was sie hat.</translation>
    </message>
    <message>
        <source>The station has none, it said (%1).</source>
        <translation>Die Station hat keine, wie sie sagt (%1).</translation>
    </message>
    <message>
        <source>As the station listed them (%1).</source>
        <translation>Wie die Station sie aufgeführt hat (%1).</translation>
    </message>
    <message>
        <source>Security events</source>
        <translation>Sicherheitsereignisse</translation>
    </message>
    <message>
        <source>Root certificates</source>
        <translation>Wurzelzertifikate</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Install a root…</source>
        <translation>Wurzelzertifikat installieren…</translation>
    </message>
    <message>
        <source>To trust in this system…</source>
        <translation>Für das Vertrauen in dieses System…</translation>
    </message>
    <message>
        <source>To trust in signed firmware…</source>
        <translation>Für signierte Firmware…</translation>
    </message>
    <message>
        <source>Ask the station what it has</source>
        <translation>Die Station fragen, was sie hat</translation>
    </message>
    <message>
        <source>The station&apos;s own certificate</source>
        <translation>Das eigene Zertifikat der Station</translation>
    </message>
    <message>
        <source>The station has asked for none.</source>
        <translation>Die Station hat keines beantragt.</translation>
    </message>
    <message>
        <source>Save its request…</source>
        <translation>Antrag speichern…</translation>
    </message>
    <message>
        <source>Hand over the certificate…</source>
        <translation>Zertifikat übergeben…</translation>
    </message>
    <message>
        <source>Have it ask for one</source>
        <translation>Zertifikat beantragen lassen</translation>
    </message>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Seen: %1</source>
        <translation>Gesehen: %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>gültig bis %1</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>Issuer&apos;s key: %1</source>
        <translation>Schlüssel des Ausstellers: %1</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>Root certificate for %1</source>
        <translation>Wurzelzertifikat für %1</translation>
    </message>
    <message>
        <source>Certificate for %1</source>
        <translation>Zertifikat für %1</translation>
    </message>
    <message>
        <source>Save the request of %1</source>
        <translation>Antrag von %1 speichern</translation>
    </message>
    <message>
        <source>Signing requests (*.csr)</source>
        <translation>Zertifikatsanträge (*.csr)</translation>
    </message>
    <message>
        <source>Written to %1. Have an authority sign it, and hand over what comes back.</source>
        <translation>In %1 gespeichert. Von einer Zertifizierungsstelle signieren lassen und das Ergebnis übergeben.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>This certificate is not known here, so it cannot be put back. Without the right one the station cannot connect by an encrypted line.</source>
        <translation>Dieses Zertifikat ist hier nicht bekannt und kann nicht zurückgegeben werden. Ohne das richtige kann sich die Station nicht verschlüsselt verbinden.</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 was not used: it was meant for %2.</source>
        <translation>%1 wurde nicht verwendet: die Datei war für %2 gedacht.</translation>
    </message>
</context>
<context>
    <name>ui::SecurityWords</name>
    <message>
        <source>its firmware was updated</source>
        <translation>ihre Firmware wurde aktualisiert</translation>
    </message>
    <message>
        <source>If nobody here did that, ask the vendor.</source>
        <translation>Wenn das hier niemand war, beim Hersteller nachfragen.</translation>
    </message>
    <message>
        <source>its password or certificate was refused here</source>
        <translation>ihr Passwort oder Zertifikat wurde hier abgelehnt</translation>
    </message>
    <message>
        <source>Enter its password anew, here and at the station.</source>
        <translation>Das Passwort neu eintragen, hier und an der Station.</translation>
    </message>
    <message>
        <source>it did not trust in who answered it</source>
        <translation>sie hat der Gegenstelle nicht vertraut</translation>
    </message>
    <message>
        <source>Somebody may have taken this system&apos;s place, or its certificate is not the one that the station knows.</source>
        <translation>Vielleicht hat sich jemand als dieses System ausgegeben, oder die Station kennt dessen Zertifikat nicht.</translation>
    </message>
    <message>
        <source>its clock was changed</source>
        <translation>ihre Uhr wurde verstellt</translation>
    </message>
    <message>
        <source>Usual after a start. At other times look whether its sessions have the right times.</source>
        <translation>Nach einem Start üblich. Sonst nachsehen, ob die Zeiten ihrer Ladevorgänge stimmen.</translation>
    </message>
    <message>
        <source>it has started</source>
        <translation>sie ist gestartet</translation>
    </message>
    <message>
        <source>If nobody restarted it, look at its power.</source>
        <translation>Wenn niemand sie neu gestartet hat, die Stromversorgung prüfen.</translation>
    </message>
    <message>
        <source>it was restarted</source>
        <translation>sie wurde neu gestartet</translation>
    </message>
    <message>
        <source>If nobody did that, look at its power.</source>
        <translation>Wenn das niemand war, die Stromversorgung prüfen.</translation>
    </message>
    <message>
        <source>its security log was cleared</source>
        <translation>ihr Sicherheitsprotokoll wurde gelöscht</translation>
    </message>
    <message>
        <source>If nobody here did that, somebody may hide something.</source>
        <translation>Wenn das hier niemand war, will vielleicht jemand etwas verbergen.</translation>
    </message>
    <message>
        <source>its keys or its security profile were changed</source>
        <translation>ihre Schlüssel oder ihr Sicherheitsprofil wurden geändert</translation>
    </message>
    <message>
        <source>its memory is getting full</source>
        <translation>ihr Speicher wird voll</translation>
    </message>
    <message>
        <source>Restart it when nobody charges; if it comes again, ask the vendor.</source>
        <translation>Neu starten, wenn niemand lädt; kommt es wieder, beim Hersteller nachfragen.</translation>
    </message>
    <message>
        <source>it got messages that are not valid</source>
        <translation>sie hat ungültige Nachrichten bekommen</translation>
    </message>
    <message>
        <source>it got a message that was replayed</source>
        <translation>sie hat eine wiederholt eingespielte Nachricht bekommen</translation>
    </message>
    <message>
        <source>somebody has opened or moved it</source>
        <translation>jemand hat sie geöffnet oder bewegt</translation>
    </message>
    <message>
        <source>Go there and look at its housing.</source>
        <translation>Vor Ort das Gehäuse prüfen.</translation>
    </message>
    <message>
        <source>a firmware was signed wrongly, and not installed</source>
        <translation>eine Firmware war falsch signiert und wurde nicht installiert</translation>
    </message>
    <message>
        <source>it does not trust in who signed a firmware</source>
        <translation>sie vertraut nicht, wer eine Firmware signiert hat</translation>
    </message>
    <message>
        <source>it does not trust in this system&apos;s certificate</source>
        <translation>sie vertraut dem Zertifikat dieses Systems nicht</translation>
    </message>
    <message>
        <source>it did not take the certificate that was made for it</source>
        <translation>sie hat das für sie ausgestellte Zertifikat nicht angenommen</translation>
    </message>
    <message>
        <source>the encryption here is too old for it</source>
        <translation>die Verschlüsselung hier ist ihr zu alt</translation>
    </message>
    <message>
        <source>the ciphers offered here are too weak for it</source>
        <translation>die hier angebotenen Verfahren sind ihr zu schwach</translation>
    </message>
    <message>
        <source>Nobody but its vendor knows what that means, or how serious it is. Ask there.</source>
        <translation>Was das bedeutet und wie ernst es ist, weiß nur der Hersteller. Dort nachfragen.</translation>
    </message>
</context>
<context>
    <name>ui::SeenTagsPanel</name>
    <message>
        <source>Card %1 was shown at %2 and is not known.</source>
        <translation>Karte %1 wurde an %2 vorgehalten und ist unbekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) were shown and are not known.</source>
        <translation>
            <numerusform>%n unbekannte Karte wurde vorgehalten.</numerusform>
            <numerusform>%n unbekannte Karten wurden vorgehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide unknown cards</source>
        <translation>Unbekannte Karten ausblenden</translation>
    </message>
    <message>
        <source>Show unknown cards</source>
        <translation>Unbekannte Karten zeigen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>an %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <translation>
            <numerusform>%1, %n Mal</numerusform>
            <numerusform>%1, %n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>From then on this card may charge.</source>
        <translation>Ab dann darf diese Karte laden.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
    <message>
        <source>It is listed again when somebody shows it again.</source>
        <translation>Sie steht wieder hier, wenn jemand sie erneut vorhält.</translation>
    </message>
</context>
<context>
    <name>ui::SegmentEditor</name>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
</context>
<context>
    <name>ui::SendingRow</name>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>added</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>no group</source>
        <translation>keine Gruppe</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Ladekarte</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
</context>
<context>
    <name>ui::Session</name>
    <message>
        <source>meter was reset</source>
        <translation>Zählerneustart</translation>
    </message>
    <message>
        <source>The meter began anew during the session. What it counted before and after the reset is added up.</source>
        <translation>Der Zähler hat während des Ladevorgangs neu begonnen. Was er davor und danach gezählt hat, ist zusammengezählt.</translation>
    </message>
    <message>
        <source>false zero</source>
        <translation>falsche Null</translation>
    </message>
    <message>
        <source>The station reported a zero that was none, as many do at the start. It is left out.</source>
        <translation>Die Station hat eine Null gemeldet, die keine war, wie viele es am Anfang tun. Sie zählt nicht.</translation>
    </message>
    <message>
        <source>implausible value</source>
        <translation>unglaubhafter Wert</translation>
    </message>
    <message>
        <source>A reading climbed faster than any charger can deliver. It is left out.</source>
        <translation>Ein Zählerstand stieg schneller, als je eine Station laden kann. Er zählt nicht.</translation>
    </message>
    <message>
        <source>end was lost</source>
        <translation>Ende verloren</translation>
    </message>
    <message>
        <source>The station never said that the session ended. The energy is what is known without it.</source>
        <translation>Die Station hat das Ende des Ladevorgangs nie gemeldet. Die Energie ist, was ohne es bekannt ist.</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>The readings contradict each other. Look at the values before you bill this session.</source>
        <translation>Die Zählerstände widersprechen einander. Sehen Sie sich die Werte an, bevor Sie diesen Ladevorgang abrechnen.</translation>
    </message>
    <message>
        <source>end was matched</source>
        <translation>Ende zugeordnet</translation>
    </message>
    <message>
        <source>The station ended a session without its number, because it never learned it. Connector, time, tag and meter say that it is this one.</source>
        <translation>Die Station hat einen Ladevorgang ohne dessen Nummer beendet, weil sie diese nie erfahren hat. Anschluss, Zeit, Karte und Zähler sagen, dass es dieser ist.</translation>
    </message>
    <message>
        <source>values removed</source>
        <translation>Werte entfernt</translation>
    </message>
    <message>
        <source>Its meter values were old and have been removed. The energy is the one that was derived from them before.</source>
        <translation>Die Messwerte waren alt und wurden entfernt. Die Energie ist die, die vorher aus ihnen ermittelt wurde.</translation>
    </message>
    <message>
        <source>The meter at the end minus the meter at the start, as the station reported them.</source>
        <translation>Zählerstand am Ende minus Zählerstand beim Start, wie die Station sie gemeldet hat.</translation>
    </message>
    <message>
        <source>Added up from the meter values, because the meter did not run through from start to end.</source>
        <translation>Aus den Messwerten zusammengezählt, weil der Zähler nicht vom Start bis zum Ende durchgelaufen ist.</translation>
    </message>
    <message>
        <source>From the start to the last good meter value, because there is no usable meter at the end.</source>
        <translation>Vom Start bis zum letzten guten Zählerstand, weil es am Ende keinen brauchbaren gibt.</translation>
    </message>
    <message>
        <source>From the start to where the meter stood when the next session began: the end was lost, and no values came.</source>
        <translation>Vom Start bis zum Zählerstand, mit dem der nächste Ladevorgang begann: Das Ende ging verloren, und es kamen keine Werte.</translation>
    </message>
    <message>
        <source>Not known: the end was lost, no values came, and no session has followed.</source>
        <translation>Nicht bekannt: Das Ende ging verloren, es kamen keine Werte, und kein Ladevorgang ist gefolgt.</translation>
    </message>
    <message>
        <source>So far: from the start to the latest good meter value.</source>
        <translation>Bisher: vom Start bis zum letzten guten Zählerstand.</translation>
    </message>
    <message>
        <source>Ended at the station, with the card or a button</source>
        <translation>An der Station beendet, mit der Karte oder einer Taste</translation>
    </message>
    <message>
        <source>Ended from here</source>
        <translation>Von hier aus beendet</translation>
    </message>
    <message>
        <source>The car was unplugged</source>
        <translation>Das Auto wurde abgesteckt</translation>
    </message>
    <message>
        <source>Emergency stop was pressed</source>
        <translation>Der Notaus wurde gedrückt</translation>
    </message>
    <message>
        <source>The station was reset hard</source>
        <translation>Die Station wurde hart neu gestartet</translation>
    </message>
    <message>
        <source>The station was restarted</source>
        <translation>Die Station wurde neu gestartet</translation>
    </message>
    <message>
        <source>The station rebooted by itself</source>
        <translation>Die Station ist von selbst neu gestartet</translation>
    </message>
    <message>
        <source>The station lost its power</source>
        <translation>Die Station hatte keinen Strom</translation>
    </message>
    <message>
        <source>The connector was unlocked from here</source>
        <translation>Der Anschluss wurde von hier aus entriegelt</translation>
    </message>
    <message>
        <source>The tag was not accepted</source>
        <translation>Die Ladekarte wurde nicht angenommen</translation>
    </message>
    <message>
        <source>For another reason, which the station does not name</source>
        <translation>Aus einem anderen Grund, den die Station nicht nennt</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Zugelassen</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Charging elsewhere already</source>
        <translation>Lädt schon woanders</translation>
    </message>
    <message>
        <source>No StopTransaction yet</source>
        <translation>Noch kein StopTransaction</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>StopTransaction was received</source>
        <translation>StopTransaction wurde empfangen</translation>
    </message>
    <message>
        <source>Closed by us</source>
        <translation>Hier geschlossen</translation>
    </message>
    <message>
        <source>No StopTransaction came; it was closed without one</source>
        <translation>Es kam kein StopTransaction; der Ladevorgang wurde ohne geschlossen</translation>
    </message>
    <message>
        <source>tag not accepted</source>
        <translation>Karte abgelehnt</translation>
    </message>
    <message>
        <source>The tag was not accepted when the session began (%1). The station may have charged all the same.</source>
        <translation>Die Ladekarte wurde nicht angenommen, als der Ladevorgang begann (%1). Die Station kann trotzdem geladen haben.</translation>
    </message>
    <message>
        <source>Not known: nothing was measured yet.</source>
        <translation>Nicht bekannt: Es wurde noch nichts gemessen.</translation>
    </message>
    <message>
        <source>The station never reported the end; the next session on this connector closed it</source>
        <translation>Die Station hat das Ende nie gemeldet; der nächste Ladevorgang an diesem Anschluss hat ihn geschlossen</translation>
    </message>
    <message>
        <source>Closed by hand</source>
        <translation>Von Hand geschlossen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>ui::SessionClosing</name>
    <message>
        <source>Session %1 is closed with %2.</source>
        <translation>Ladevorgang %1 ist mit %2 geschlossen.</translation>
    </message>
    <message>
        <source>Session %1 is closed. Its energy is not known.</source>
        <translation>Ladevorgang %1 ist geschlossen. Seine Energie ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Its end was not told.</source>
        <translation>Sein Ende wurde nicht gemeldet.</translation>
    </message>
</context>
<context>
    <name>ui::SessionFacts</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1, connector %2</source>
        <translation>%1, Anschluss %2</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Start received</source>
        <translation>Beginn empfangen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>End received</source>
        <translation>Ende empfangen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Wie es endete</translation>
    </message>
    <message>
        <source>Why it was closed</source>
        <translation>Warum geschlossen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Ladekarte</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Tag at the start</source>
        <translation>Karte beim Start</translation>
    </message>
    <message>
        <source>Ended by tag</source>
        <translation>Beendet mit Karte</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Meter at the start</source>
        <translation>Zähler beim Start</translation>
    </message>
    <message>
        <source>Meter at the end</source>
        <translation>Zähler am Ende</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>Reservierung</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
</context>
<context>
    <name>ui::SessionFilterBar</name>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Closed by us</source>
        <translation>Hier geschlossen</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>Mit Hinweisen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>Von – bis</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>All stations</source>
        <translation>Alle Stationen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Ladekarte</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Ladekarten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Take back the choices of this row</source>
        <translation>Die Auswahl dieser Zeile zurücknehmen</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Charged today</source>
        <translation>Heute geladen</translation>
    </message>
    <message>
        <source>When the session began. &quot;Charged today&quot; also shows those that began before, and ended today or still run.</source>
        <translation>Wann der Ladevorgang begann. „Heute geladen“ zeigt auch die, die vorher begannen und heute endeten oder noch laufen.</translation>
    </message>
</context>
<context>
    <name>ui::SessionPanel</name>
    <message>
        <source>Show the station</source>
        <translation>Station zeigen</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Stop charging</source>
        <translation>Laden beenden</translation>
    </message>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: Stop charging</source>
        <translation>Abbrechen: Laden beenden</translation>
    </message>
    <message>
        <source>Parts of the detail</source>
        <translation>Teile der Einzelheiten</translation>
    </message>
    <message>
        <source>Meter values</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Ladevorgang</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>Ladevorgang %1</translation>
    </message>
    <message>
        <source>%1, connector %2 · %3</source>
        <translation>%1, Anschluss %2 · %3</translation>
    </message>
    <message>
        <source>%1, as far as is known: the station is offline</source>
        <translation>%1, soweit bekannt: Die Station ist offline</translation>
    </message>
    <message>
        <source>Stop charging again</source>
        <translation>Laden erneut beenden</translation>
    </message>
    <message>
        <source>Values (%1)</source>
        <translation>Werte (%1)</translation>
    </message>
    <message>
        <source>For a session whose end was lost. Its energy is what is known by now, and the station is not told: if the car still charges, stop it instead. Should the station report the end later, that counts.</source>
        <translation>Für einen Ladevorgang, dessen Ende verloren ging. Seine Energie ist, was bis jetzt bekannt ist, und die Station erfährt nichts davon: Lädt das Auto noch, beenden Sie stattdessen das Laden. Meldet die Station das Ende später, so gilt dieses.</translation>
    </message>
    <message>
        <source>Close by hand</source>
        <translation>Von Hand schließen</translation>
    </message>
    <message>
        <source>Session %1 has its end meanwhile.</source>
        <translation>Ladevorgang %1 hat inzwischen sein Ende.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>It stays closed: the station has told its end, or another session has begun there.</source>
        <translation>Er bleibt geschlossen: Die Station hat sein Ende gemeldet, oder dort hat ein anderer Ladevorgang begonnen.</translation>
    </message>
</context>
<context>
    <name>ui::SessionRow</name>
    <message>
        <source>Session %1 (transactionId)</source>
        <translation>Ladevorgang %1 (transactionId)</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Ladekarte</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>ui::SettingRow</name>
    <message>
        <source>Back to the default: %1</source>
        <translation>Zurück zum Standard: %1</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zum Standard</translation>
    </message>
</context>
<context>
    <name>ui::SettingWords</name>
    <message>
        <source>Port for the stations</source>
        <translation>Port für die Stationen</translation>
    </message>
    <message>
        <source>What stands behind the colon in the address that is typed into a charger. Change it there too.</source>
        <translation>Was in der Adresse, die in die Ladestation eingetragen wird, hinter dem Doppelpunkt steht. Dort bitte auch ändern.</translation>
    </message>
    <message>
        <source>Address to listen on</source>
        <translation>Adresse, auf der gelauscht wird</translation>
    </message>
    <message>
        <source>0.0.0.0 listens on all networks of this computer, an address of its own only there.</source>
        <translation>0.0.0.0 gilt für alle Netzwerke dieses Computers, eine seiner Adressen nur für ihr Netzwerk.</translation>
    </message>
    <message>
        <source>Let every station in</source>
        <translation>Jede Station einlassen</translation>
    </message>
    <message>
        <source>Stations that nobody entered register themselves, without a password. Only for a network that nobody else can reach.</source>
        <translation>Stationen, die niemand eingetragen hat, melden sich selbst an, ohne Passwort. Nur für ein Netzwerk, das sonst niemand erreicht.</translation>
    </message>
    <message>
        <source>Let new stations wait for you</source>
        <translation>Neue Stationen warten lassen</translation>
    </message>
    <message>
        <source>Stations that registered themselves may not charge until you accept them.</source>
        <translation>Stationen, die sich selbst angemeldet haben, dürfen erst laden, wenn Sie sie annehmen.</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>How often stations report that they are alive.</source>
        <translation>Wie oft Stationen melden, dass sie da sind.</translation>
    </message>
    <message>
        <source>Registration again after</source>
        <translation>Neue Anmeldung nach</translation>
    </message>
    <message>
        <source>When stations that wait or were refused may ask again.</source>
        <translation>Wann wartende und abgelehnte Stationen wieder fragen dürfen.</translation>
    </message>
    <message>
        <source>Time to plug in</source>
        <translation>Zeit zum Einstecken</translation>
    </message>
    <message>
        <source>How long a start from here waits for the cable, where the station does not say it itself.</source>
        <translation>Wie lange ein Start von hier auf das Kabel wartet, wenn die Station es nicht selbst sagt.</translation>
    </message>
    <message>
        <source>Ask for the status after</source>
        <translation>Nach dem Status fragen nach</translation>
    </message>
    <message>
        <source>When a station that started and does not report its connectors is asked for them; 0 never asks.</source>
        <translation>Wann eine gestartete Station, die ihre Anschlüsse nicht meldet, danach gefragt wird; 0 fragt nie.</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>How often a silent connection is tried.</source>
        <translation>Wie oft eine stille Verbindung geprüft wird.</translation>
    </message>
    <message>
        <source>Lost pings</source>
        <translation>Verlorene Pings</translation>
    </message>
    <message>
        <source>After how many without an answer a station counts as offline.</source>
        <translation>Nach wie vielen ohne Antwort eine Station als offline gilt.</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>Zeit zum Verbinden</translation>
    </message>
    <message>
        <source>How long a new connection may take until it is one.</source>
        <translation>Wie lange der Aufbau einer Verbindung dauern darf.</translation>
    </message>
    <message>
        <source>Longest message</source>
        <translation>Längste Nachricht</translation>
    </message>
    <message>
        <source>A station that sends a longer one is disconnected.</source>
        <translation>Eine Station, die eine längere sendet, wird getrennt.</translation>
    </message>
    <message>
        <source>Most stations at a time</source>
        <translation>Höchstzahl an Stationen</translation>
    </message>
    <message>
        <source>Further ones are turned away.</source>
        <translation>Weitere werden abgewiesen.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>The log of everything that stations and Stationmaster said to each other; the largest part of the database. 0 keeps it for ever.</source>
        <translation>Das Protokoll von allem, was Stationen und Stationmaster einander sagten; der größte Teil der Datenbank. 0 behält es für immer.</translation>
    </message>
    <message>
        <source>Meter values</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>The course of each session; its energy and its times stay in any case. 0 keeps them for ever.</source>
        <translation>Der Verlauf jedes Ladevorgangs; Energie und Zeiten bleiben in jedem Fall. 0 behält sie für immer.</translation>
    </message>
    <message>
        <source>Past states of connectors</source>
        <translation>Frühere Zustände der Anschlüsse</translation>
    </message>
    <message>
        <source>0 keeps them for ever.</source>
        <translation>0 behält sie für immer.</translation>
    </message>
    <message>
        <source>Finished commands</source>
        <translation>Erledigte Befehle</translation>
    </message>
    <message>
        <source>Port of the API</source>
        <translation>Port der API</translation>
    </message>
    <message>
        <source>For programs on this computer (127.0.0.1) that hold the token; 0 switches the API off.</source>
        <translation>Für Programme auf diesem Computer (127.0.0.1), die das Token haben; 0 schaltet die API aus.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>An IP address is needed, such as 192.168.1.5, or 0.0.0.0 for all networks.</source>
        <translation>Nötig ist eine IP-Adresse wie 192.168.1.5, oder 0.0.0.0 für alle Netzwerke.</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2 is needed.</source>
        <translation>Nötig ist eine ganze Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>Port for files</source>
        <translation>Port für Dateien</translation>
    </message>
    <message>
        <source>Stations fetch firmware from it and bring diagnostics and logs to it. 0 switches it off.</source>
        <translation>Ladestationen holen dort Firmware und liefern dort Diagnosen und Protokolle ab. 0 schaltet ihn ab.</translation>
    </message>
    <message>
        <source>Other file server</source>
        <translation>Anderer Dateiserver</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>Größte Datei</translation>
    </message>
    <message>
        <source>That a station may bring.</source>
        <translation>Die eine Ladestation abliefern darf.</translation>
    </message>
    <message>
        <source>Room for files</source>
        <translation>Platz für Dateien</translation>
    </message>
    <message>
        <source>All diagnostics and logs together.</source>
        <translation>Für alle Diagnosen und Protokolle zusammen.</translation>
    </message>
    <message>
        <source>Diagnostics and logs</source>
        <translation>Diagnosen und Protokolle</translation>
    </message>
    <message>
        <source>Plug &amp; Charge: OCSP responder</source>
        <translation>Plug &amp; Charge: OCSP-Server</translation>
    </message>
    <message>
        <source>Asked whether certificates were revoked. Empty: whoever is named with each certificate.</source>
        <translation>Wird gefragt, ob Zertifikate gesperrt wurden. Leer: wer mit dem jeweiligen Zertifikat genannt ist.</translation>
    </message>
    <message>
        <source>Plug &amp; Charge: EST server</source>
        <translation>Plug &amp; Charge: EST-Server</translation>
    </message>
    <message>
        <source>Signs the certificates that stations ask for. Empty: they wait for you.</source>
        <translation>Stellt die Zertifikate aus, die Ladestationen anfordern. Leer: Sie warten auf Sie.</translation>
    </message>
    <message>
        <source>Plug &amp; Charge: contract service</source>
        <translation>Plug &amp; Charge: Vertragsdienst</translation>
    </message>
    <message>
        <source>Makes contract certificates for vehicles. Empty: there are none.</source>
        <translation>Erstellt Vertragszertifikate für Fahrzeuge. Leer: Es gibt keine.</translation>
    </message>
    <message>
        <source>Plug &amp; Charge: time to answer</source>
        <translation>Plug &amp; Charge: Antwortzeit</translation>
    </message>
    <message>
        <source>That these servers have.</source>
        <translation>So lange haben diese Server.</translation>
    </message>
    <message>
        <source>Plug &amp; Charge: accept the unverified</source>
        <translation>Plug &amp; Charge: Ungeprüfte zulassen</translation>
    </message>
    <message>
        <source>Contracts may charge though nobody can say whether their certificates are still good.</source>
        <translation>Verträge dürfen laden, auch wenn niemand sagen kann, ob ihre Zertifikate noch gültig sind.</translation>
    </message>
    <message>
        <source>An address such as https://example.org is needed, or nothing.</source>
        <translation>Nötig ist eine Adresse wie https://example.org, oder nichts.</translation>
    </message>
    <message>
        <source>Plug &amp; Charge: responders in this network</source>
        <translation>Plug &amp; Charge: Auskunft im eigenen Netz</translation>
    </message>
    <message>
        <source>Ask responders in private networks, too, if a station names them.</source>
        <translation>Auch OCSP-Responder in privaten Netzen fragen, wenn eine Station sie nennt.</translation>
    </message>
    <message>
        <source>A folder (ftp, ftps, http or https) that stations use instead of this program, if they speak its protocol. Empty: this program.</source>
        <translation>Ein Ordner (ftp, ftps, http oder https), den Ladestationen statt dieses Programms benutzen, wenn sie sein Protokoll sprechen. Leer: dieses Programm.</translation>
    </message>
    <message>
        <source>Certificate for files</source>
        <translation>Zertifikat für Dateien</translation>
    </message>
    <message>
        <source>A file (PEM) with the certificate for HTTPS, followed by those that signed it. Stations that know HTTPS then use it. Empty: HTTP only.</source>
        <translation>Eine Datei (PEM) mit dem Zertifikat für HTTPS, dahinter jene, die es signiert haben. Stationen, die HTTPS kennen, nutzen es dann. Leer: nur HTTP.</translation>
    </message>
    <message>
        <source>Key for files</source>
        <translation>Schlüssel für Dateien</translation>
    </message>
    <message>
        <source>A file (PEM) with the private key of that certificate, without a passphrase.</source>
        <translation>Eine Datei (PEM) mit dem privaten Schlüssel dieses Zertifikats, ohne Passphrase.</translation>
    </message>
    <message>
        <source>Port for files over HTTPS</source>
        <translation>Port für Dateien über HTTPS</translation>
    </message>
    <message>
        <source>Beside the one for HTTP. 0 switches it off.</source>
        <translation>Neben dem für HTTP. 0 schaltet ihn aus.</translation>
    </message>
    <message>
        <source>The whole path of a file is needed, or nothing.</source>
        <translation>Nötig ist der ganze Pfad einer Datei, oder nichts.</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>This window</source>
        <translation>Dieses Fenster</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stationen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>How long data is kept</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>of the engine that runs elsewhere</source>
        <translation>des Dienstes, der anderswo läuft</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Backup Restore Size Folder</source>
        <comment>words that find this section</comment>
        <translation>Sicherung Wiederherstellen Größe Ordner</translation>
    </message>
    <message>
        <source>API for other programs</source>
        <translation>API für andere Programme</translation>
    </message>
    <message>
        <source>Token Address</source>
        <comment>words that find this section</comment>
        <translation>Token Adresse</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) count after a restart</source>
        <translation>
            <numerusform>%n Änderung gilt nach einem Neustart</numerusform>
            <numerusform>%n Änderungen gelten nach einem Neustart</numerusform>
        </translation>
    </message>
    <message>
        <source>What you change counts at once, unless it says otherwise</source>
        <translation>Änderungen gelten sofort, wenn nichts anderes dabeisteht</translation>
    </message>
    <message>
        <source>This window has joined an engine that runs elsewhere</source>
        <translation>Dieses Fenster hat sich einem Dienst angeschlossen, der anderswo läuft</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) count after a restart of the engine. Cars go on charging meanwhile, and the stations reconnect by themselves.</source>
        <translation>
            <numerusform>%n Änderung gilt nach einem Neustart des Dienstes. Autos laden dabei weiter, und die Stationen verbinden sich von selbst neu.</numerusform>
            <numerusform>%n Änderungen gelten nach einem Neustart des Dienstes. Autos laden dabei weiter, und die Stationen verbinden sich von selbst neu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Saved. The engine reads its settings when it starts; restart it where it runs, for example with: systemctl restart stationmasterd</source>
        <translation>Gespeichert. Der Dienst liest seine Einstellungen beim Start; starten Sie ihn neu, zum Beispiel mit: systemctl restart stationmasterd</translation>
    </message>
</context>
<context>
    <name>ui::Sidebar</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Expand the sidebar</source>
        <translation>Seitenleiste ausklappen</translation>
    </message>
    <message>
        <source>Collapse the sidebar</source>
        <translation>Seitenleiste einklappen</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Ausklappen</translation>
    </message>
</context>
<context>
    <name>ui::SigningOrderList</name>
    <message>
        <source>for vehicles</source>
        <translation>für Fahrzeuge</translation>
    </message>
    <message>
        <source>for this system</source>
        <translation>für dieses System</translation>
    </message>
    <message>
        <source>for vehicles and this system</source>
        <translation>für Fahrzeuge und dieses System</translation>
    </message>
    <message>
        <source>Save its request…</source>
        <translation>Anforderung speichern…</translation>
    </message>
    <message>
        <source>Give a certificate…</source>
        <translation>Zertifikat geben…</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Certificates for Plug &amp; Charge</source>
        <translation>Zertifikate für Plug &amp; Charge</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what to do, what the certificate is for</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::SiteForm</name>
    <message>
        <source>%1 on L%2, in A</source>
        <translation>%1 auf L%2, in A</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
</context>
<context>
    <name>ui::SitePanel</name>
    <message>
        <source>Close without saving</source>
        <translation>Schließen, ohne zu speichern</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Delete the site</source>
        <translation>Standort löschen</translation>
    </message>
    <message>
        <source>Its stations are left to themselves: their limits are taken back when they are online.</source>
        <translation>Seine Stationen werden sich selbst überlassen: ihre Grenzen werden zurückgenommen, sobald sie online sind.</translation>
    </message>
    <message>
        <source>Add a site</source>
        <translation>Standort anlegen</translation>
    </message>
    <message>
        <source>Nothing keeps its fuses from being shared: all stations have their fallback, and all they may draw fits.</source>
        <translation>Der Verteilung steht nichts im Weg: Alle Stationen haben ihren Notwert, und alles, was sie ziehen dürfen, passt.</translation>
    </message>
    <message>
        <source>Add a feeder</source>
        <translation>Abgang hinzufügen</translation>
    </message>
    <message>
        <source>Add a station</source>
        <translation>Station hinzufügen</translation>
    </message>
    <message>
        <source>All stations are in a site already. Enter the station first, or take it out of its site.</source>
        <translation>Alle Stationen gehören schon zu einem Standort. Die Station erst eintragen oder aus ihrem Standort nehmen.</translation>
    </message>
    <message>
        <source>the new site</source>
        <translation>neuer Standort</translation>
    </message>
    <message>
        <source>the new feeder</source>
        <translation>neuer Abgang</translation>
    </message>
    <message>
        <source>the new station</source>
        <translation>neue Station</translation>
    </message>
</context>
<context>
    <name>ui::SitePulse</name>
    <message>
        <source>No stations yet</source>
        <translation>Noch keine Stationen</translation>
    </message>
    <message>
        <source>%1 of %2 online</source>
        <translation>%1 von %2 online</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n Störung</numerusform>
            <numerusform>%n Störungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n charging</source>
        <translation>
            <numerusform>%n lädt</numerusform>
            <numerusform>%n laden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SiteRow</name>
    <message>
        <source>More may flow than it bears</source>
        <translation>Es darf mehr fließen, als sie trägt</translation>
    </message>
    <message>
        <source>Shared out</source>
        <translation>Ganz verteilt</translation>
    </message>
    <message>
        <source>Has room</source>
        <translation>Hat Reserve</translation>
    </message>
    <message>
        <source>No car</source>
        <translation>Kein Auto</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet auf Zuteilung</translation>
    </message>
    <message>
        <source>The car pauses</source>
        <translation>Das Auto pausiert</translation>
    </message>
    <message>
        <source>About to begin</source>
        <translation>Beginnt gleich</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Took no limit</source>
        <translation>Hat keine Grenze angenommen</translation>
    </message>
    <message>
        <source>Up to %1 may flow</source>
        <translation>Bis zu %1 dürfen fließen</translation>
    </message>
    <message>
        <source>Up to %1 may flow; not all of it is measured</source>
        <translation>Bis zu %1 dürfen fließen; nicht alles wird gemessen</translation>
    </message>
    <message>
        <source>its car gets what the station gives it</source>
        <translation>ihr Auto bekommt, was die Station ihm gibt</translation>
    </message>
    <message>
        <source>waits: what is left of %1 on L%2 is not enough for another car</source>
        <translation>wartet: was von %1 auf L%2 übrig ist, reicht für kein weiteres Auto</translation>
    </message>
    <message>
        <source>kept for a car that pauses</source>
        <translation>bleiben für ein Auto, das pausiert</translation>
    </message>
    <message>
        <source>for a car that is about to begin</source>
        <translation>für ein Auto, das gleich beginnt</translation>
    </message>
    <message>
        <source>its car uses no more</source>
        <translation>ihr Auto nutzt nicht mehr</translation>
    </message>
    <message>
        <source>its share of %1 on L%2</source>
        <translation>ihr Anteil an %1 auf L%2</translation>
    </message>
    <message>
        <source>more the station cannot give</source>
        <translation>mehr kann die Station nicht geben</translation>
    </message>
    <message>
        <source>Has taken no limit yet: %1 are kept free for it</source>
        <translation>Hat noch keine Grenze angenommen: %1 bleiben für sie frei</translation>
    </message>
    <message>
        <source>Cannot be told: %1 are kept free for it</source>
        <translation>Nicht erreichbar: %1 bleiben für sie frei</translation>
    </message>
    <message>
        <source>Is being told: %1 at most until it answers</source>
        <translation>Wird gerade eingestellt: höchstens %1, bis sie antwortet</translation>
    </message>
    <message>
        <source>%1, its fallback</source>
        <translation>%1, ihr Notwert</translation>
    </message>
    <message>
        <source>Nothing until %1</source>
        <translation>Nichts bis %1</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 flow. </source>
        <translation>%1 fließen. </translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) to look at</source>
        <translation>
            <numerusform>%n Punkt zum Nachsehen</numerusform>
            <numerusform>%n Punkte zum Nachsehen</numerusform>
        </translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>%1 are kept free for it</source>
        <translation>%1 bleiben für sie frei</translation>
    </message>
</context>
<context>
    <name>ui::SiteSource</name>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n Standort</numerusform>
            <numerusform>%n Standorte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n car(s) charging</source>
        <translation>
            <numerusform>%n Auto lädt</numerusform>
            <numerusform>%n Autos laden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) to look at</source>
        <translation>
            <numerusform>%n Punkt zum Nachsehen</numerusform>
            <numerusform>%n Punkte zum Nachsehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SiteTree</name>
    <message>
        <source>Sites and their fuses</source>
        <translation>Standorte und ihre Sicherungen</translation>
    </message>
    <message>
        <source>Arrow keys go from line to line; fuses stand above what they feed.</source>
        <translation>Pfeiltasten gehen von Zeile zu Zeile; Sicherungen stehen über dem, was sie versorgen.</translation>
    </message>
</context>
<context>
    <name>ui::SiteWarnings</name>
    <message>
        <source>%1 may be asked for %2 more on L%3 than it bears.</source>
        <translation>Von %1 dürfen auf L%3 %2 mehr gezogen werden, als sie trägt.</translation>
    </message>
    <message>
        <source>%1 has not taken its fallback yet, so %2 are kept free for it. Have it connect, or take it out of the site.</source>
        <translation>%1 hat den Notwert noch nicht angenommen, deshalb bleiben %2 für sie frei. Die Station verbinden oder aus dem Standort nehmen.</translation>
    </message>
    <message>
        <source>The clock of %1 is too wrong for a limit that expires. A restart has it ask for the time.</source>
        <translation>Die Uhr von %1 geht zu falsch für eine Grenze, die abläuft. Nach einem Neustart fragt die Station nach der Zeit.</translation>
    </message>
    <message>
        <source>The meter of %1, %2, says nothing: the other load counts as it was last, and at least as entered.</source>
        <translation>Der Zähler von %1, %2, schweigt: Die übrige Last zählt wie zuletzt, und mindestens wie eingegeben.</translation>
    </message>
    <message>
        <source>So %1 are kept free for it.</source>
        <translation>Deshalb bleiben %1 für sie frei.</translation>
    </message>
</context>
<context>
    <name>ui::SitesPage</name>
    <message>
        <source>Add site</source>
        <translation>Standort anlegen</translation>
    </message>
    <message>
        <source>Fuses that several stations share</source>
        <translation>Sicherungen, die sich mehrere Stationen teilen</translation>
    </message>
    <message>
        <source>No site yet</source>
        <translation>Noch kein Standort</translation>
    </message>
    <message>
        <source>Where several stations hang on one fuse, a site shares out what the fuse bears: each car gets as much as fits, and what one does not use goes to the others. No fuse is ever asked for more than it bears, also when this computer is off.</source>
        <translation>Wo mehrere Stationen an einer Sicherung hängen, verteilt ein Standort, was sie trägt: Jedes Auto bekommt so viel, wie passt, und was eines nicht nutzt, bekommen die anderen. Von keiner Sicherung wird je mehr verlangt, als sie trägt, auch wenn dieser Rechner aus ist.</translation>
    </message>
    <message>
        <source>Add a site</source>
        <translation>Standort anlegen</translation>
    </message>
    <message>
        <source>The sites cannot be read</source>
        <translation>Die Standorte lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>Somebody has changed this site meanwhile, or there is one of this name already. Close the form and begin again.</source>
        <translation>Jemand hat diesen Standort inzwischen geändert, oder es gibt schon einen dieses Namens. Das Formular schließen und neu beginnen.</translation>
    </message>
    <message>
        <source>%1 was changed. Stations are told as far as is safe.</source>
        <translation>%1 wurde geändert. Die Stationen werden umgestellt, soweit es sicher ist.</translation>
    </message>
    <message>
        <source>%1 was added. Which stations hang on its fuse?</source>
        <translation>%1 wurde angelegt. Welche Stationen hängen an der Sicherung?</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 was deleted. Its stations are set free.</source>
        <translation>%1 wurde gelöscht. Die Stationen werden freigegeben.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>It cannot be taken back: something else was changed since.</source>
        <translation>Es lässt sich nicht zurücknehmen: Inzwischen wurde etwas anderes geändert.</translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>Nichts wurde geändert. %1</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Search for fewer letters.</source>
        <translation>Suchen Sie nach weniger Buchstaben.</translation>
    </message>
    <message>
        <source>Search sites</source>
        <translation>Standorte durchsuchen</translation>
    </message>
</context>
<context>
    <name>ui::StartWords</name>
    <message>
        <source>The folder for its data, %1, cannot be used. Look whether it belongs to you, may be written to, and whether there is room on its disk.</source>
        <translation>Der Ordner für seine Daten, %1, ist nicht zu gebrauchen. Sehen Sie nach, ob er Ihnen gehört, beschrieben werden darf und ob auf seinem Datenträger Platz ist.</translation>
    </message>
    <message>
        <source>It was told to use a database, but not in a way that it understands. The details say how.</source>
        <translation>Es soll eine Datenbank benutzen, die so nicht zu verstehen ist. Die Einzelheiten sagen, wie sie anzugeben ist.</translation>
    </message>
    <message>
        <source>The central system that runs already keeps its data in %1, not in %2. Start the window for the same database.</source>
        <translation>Das Zentralsystem, das schon läuft, hat seine Daten in %1, nicht in %2. Starten Sie das Fenster für dieselbe Datenbank.</translation>
    </message>
    <message>
        <source>Chargers cannot connect to %1: another program uses that port, or this computer does not have that address any more. Close the other program and start Stationmaster again.</source>
        <translation>Ladestationen können sich nicht mit %1 verbinden: Ein anderes Programm benutzt diesen Port, oder dieser Computer hat die Adresse nicht mehr. Beenden Sie das andere Programm und starten Sie Stationmaster neu.</translation>
    </message>
    <message>
        <source>The way in for other programs (control API) cannot be opened: another program uses its port, or its token cannot be read. The details say more.</source>
        <translation>Der Zugang für andere Programme (Steuer-API) lässt sich nicht öffnen: Ein anderes Programm benutzt seinen Port, oder sein Schlüssel ist nicht zu lesen. Die Einzelheiten sagen mehr.</translation>
    </message>
    <message>
        <source>Chargers cannot fetch firmware or bring logs: another program uses the port of the file server. Close the other program, or choose another port.</source>
        <translation>Ladestationen können keine Firmware holen und keine Protokolle bringen: Ein anderes Programm benutzt den Port des Dateiservers. Beenden Sie das andere Programm oder wählen Sie einen anderen Port.</translation>
    </message>
</context>
<context>
    <name>ui::StateWord</name>
    <message>
        <source>Faulted</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Paused by car</source>
        <translation>Auto pausiert</translation>
    </message>
    <message>
        <source>Paused by station</source>
        <translation>Station pausiert</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Außer Betrieb</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>ui::StationDetail</name>
    <message>
        <source>0 · whole station</source>
        <translation>0 · ganze Station</translation>
    </message>
    <message>
        <source>%1 · connector %2, %3, since %4</source>
        <translation>%1 · Anschluss %2, %3, seit %4</translation>
    </message>
</context>
<context>
    <name>ui::StationListCard</name>
    <message>
        <source>Local list</source>
        <translation>Lokale Liste</translation>
    </message>
    <message>
        <source>What is sent next</source>
        <translation>Was als Nächstes gesendet wird</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Ask the station for its version, and send what differs at once</source>
        <translation>Die Station nach ihrer Version fragen und gleich senden, was abweicht</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Take the list away from this station</source>
        <translation>Dieser Station die Liste wegnehmen</translation>
    </message>
    <message>
        <source>The station keeps what it has; nothing more is sent to it</source>
        <translation>Die Station behält, was sie hat; es wird ihr nichts mehr gesendet</translation>
    </message>
    <message>
        <source>Close the station</source>
        <translation>Station schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Nothing can be sent as it is.</source>
        <translation>So kann nichts gesendet werden.</translation>
    </message>
    <message numerus="yes">
        <source>The station has this list: %n entries.</source>
        <translation>
            <numerusform>Die Station hat diese Liste: %n Eintrag.</numerusform>
            <numerusform>Die Station hat diese Liste: %n Einträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>First the station is asked for its version.</source>
        <translation>Zuerst wird die Station nach ihrer Version gefragt.</translation>
    </message>
    <message numerus="yes">
        <source>It goes in %n part(s).</source>
        <translation>
            <numerusform>Sie geht in %n Teil.</numerusform>
            <numerusform>Sie geht in %n Teilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole list is sent (Full): %n entries.</source>
        <translation>
            <numerusform>Die ganze Liste wird gesendet (Full): %n Eintrag.</numerusform>
            <numerusform>Die ganze Liste wird gesendet (Full): %n Einträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>By what is known here nothing differs.</source>
        <translation>Soweit hier bekannt, weicht nichts ab.</translation>
    </message>
    <message>
        <source>What differs is sent (Differential): %1 added, %2 changed, %3 removed.</source>
        <translation>Was abweicht, wird gesendet (Differential): %1 neu, %2 geändert, %3 entfernt.</translation>
    </message>
    <message>
        <source>This was not done. %1</source>
        <translation>Das wurde nicht getan. %1</translation>
    </message>
</context>
<context>
    <name>ui::StationListRow</name>
    <message>
        <source>no list</source>
        <translation>keine Liste</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Version of its list, by its own word at %1</source>
        <translation>Version ihrer Liste, wie sie selbst sagte: %1</translation>
    </message>
    <message>
        <source>It has not told the version of its list since its start.</source>
        <translation>Seit ihrem Start hat sie die Version ihrer Liste nicht genannt.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Version that it accepted last, at %1</source>
        <translation>Version, die sie zuletzt angenommen hat: %1</translation>
    </message>
    <message>
        <source>It has not accepted any list from here.</source>
        <translation>Sie hat noch keine Liste von hier angenommen.</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Version there</source>
        <translation>Version dort</translation>
    </message>
    <message>
        <source>Version here</source>
        <translation>Version hier</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Abw.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>ui::StationMessages</name>
    <message>
        <source>Search messages</source>
        <translation>Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Search this station&apos;s messages</source>
        <translation>Nachrichten dieser Station durchsuchen</translation>
    </message>
    <message>
        <source>Only findings</source>
        <translation>Nur Befunde</translation>
    </message>
    <message>
        <source>Only messages that deviate from the specification</source>
        <translation>Nur Nachrichten, die von der Spezifikation abweichen</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Go to the end and follow what arrives</source>
        <translation>Zum Ende gehen und verfolgen, was ankommt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the page Messages for this station</source>
        <translation>Seite Nachrichten für diese Station öffnen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write this station&apos;s messages that pass the filter into a table (CSV), for who helps you</source>
        <translation>Die Nachrichten dieser Station, die der Filter durchlässt, in eine Tabelle (CSV) schreiben, für alle, die Ihnen helfen</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>nachrichten</translation>
    </message>
</context>
<context>
    <name>ui::StationPanel</name>
    <message>
        <source>Close the detail</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Parts of the detail</source>
        <translation>Teile der Einzelheiten</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>Befunde (%1)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>state, last heard</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>This station is new. It may not charge until you accept it.</source>
        <translation>Diese Station ist neu. Sie darf erst laden, wenn Sie sie annehmen.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>This station is rejected: it is told to stay away.</source>
        <translation>Diese Station ist abgelehnt: Ihr wird gesagt, dass sie fernbleiben soll.</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Show the table again</source>
        <translation>Tabelle wieder zeigen</translation>
    </message>
    <message>
        <source>Use the whole width</source>
        <translation>Ganze Breite nutzen</translation>
    </message>
    <message>
        <source>This was not decided. %1</source>
        <translation>Die Entscheidung wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Security (%1)</source>
        <translation>Sicherheit (%1)</translation>
    </message>
</context>
<context>
    <name>ui::StationPassword</name>
    <message>
        <source>A password has 16 to 20 characters; the specification says so.</source>
        <translation>Ein Passwort hat 16 bis 20 Zeichen; so sagt es die Spezifikation.</translation>
    </message>
    <message>
        <source>A station with a colon in its name cannot come in with a password: what follows the colon would be taken for it (RFC 7617). Give it another name.</source>
        <translation>Eine Station mit einem Doppelpunkt im Namen kommt mit keinem Passwort herein: Was auf den Doppelpunkt folgt, würde dafür gehalten (RFC 7617). Geben Sie ihr einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>ui::StationRemoval</name>
    <message>
        <source>%1 is removed, with its settings, messages and findings. Its sessions stay.</source>
        <translation>%1 ist entfernt, mit Einstellungen, Nachrichten und Befunden. Die Ladevorgänge bleiben.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 is still there. %2</source>
        <translation>%1 ist noch da. %2</translation>
    </message>
</context>
<context>
    <name>ui::StationRow</name>
    <message>
        <source>OCPP: %1. %2</source>
        <translation>OCPP: %1. %2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message numerus="yes">
        <source>%n deviation(s) from the specification</source>
        <translation>
            <numerusform>Eine Abweichung von der Spezifikation</numerusform>
            <numerusform>%n Abweichungen von der Spezifikation</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>Anschlüsse</translation>
    </message>
    <message>
        <source>Power now</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>Nie gesehen</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Has never connected.</source>
        <translation>War nie verbunden.</translation>
    </message>
    <message>
        <source>Last heard %1.</source>
        <translation>Zuletzt gehört: %1.</translation>
    </message>
</context>
<context>
    <name>ui::StationSecurity</name>
    <message>
        <source>Unknown, serial number %1</source>
        <translation>Unbekannt, Seriennummer %1</translation>
    </message>
    <message>
        <source>no alarm</source>
        <translation>kein Alarm</translation>
    </message>
    <message>
        <source>alarm, seen</source>
        <translation>Alarm, gesehen</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>to be installed</source>
        <translation>wird installiert</translation>
    </message>
    <message>
        <source>taken by the station, to be confirmed</source>
        <translation>von der Station angenommen, noch nicht bestätigt</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>refused by the station</source>
        <translation>von der Station abgelehnt</translation>
    </message>
    <message>
        <source>taken by the station, but not kept</source>
        <translation>von der Station angenommen, aber nicht behalten</translation>
    </message>
    <message>
        <source>to be deleted</source>
        <translation>wird gelöscht</translation>
    </message>
    <message>
        <source>not deleted by the station</source>
        <translation>von der Station nicht gelöscht</translation>
    </message>
    <message>
        <source>there, not from here</source>
        <translation>vorhanden, nicht von hier</translation>
    </message>
    <message>
        <source>Request refused here</source>
        <translation>Antrag hier abgelehnt</translation>
    </message>
    <message>
        <source>The station asks for a certificate</source>
        <translation>Die Station beantragt ein Zertifikat</translation>
    </message>
    <message>
        <source>Save its request, have an authority sign it, and hand over what comes back.</source>
        <translation>Antrag speichern, von einer Zertifizierungsstelle signieren lassen und das Ergebnis übergeben.</translation>
    </message>
    <message>
        <source>Request replaced by a later one</source>
        <translation>Antrag durch einen späteren ersetzt</translation>
    </message>
    <message>
        <source>Certificate on its way to the station</source>
        <translation>Zertifikat unterwegs zur Station</translation>
    </message>
    <message>
        <source>Certificate taken by the station</source>
        <translation>Zertifikat von der Station angenommen</translation>
    </message>
    <message>
        <source>Certificate refused by the station</source>
        <translation>Zertifikat von der Station abgelehnt</translation>
    </message>
    <message>
        <source>Save its request, have an authority sign it, and give it the certificate that comes back.</source>
        <translation>Speichern Sie die Anforderung, lassen Sie sie von einer Zertifizierungsstelle signieren, und geben Sie der Station das Zertifikat, das zurückkommt.</translation>
    </message>
    <message>
        <source>The station waits for a certificate</source>
        <translation>Die Station wartet auf ein Zertifikat</translation>
    </message>
    <message>
        <source>The certificate is being signed</source>
        <translation>Das Zertifikat wird signiert</translation>
    </message>
    <message>
        <source>Not signed yet; it is tried again</source>
        <translation>Noch nicht signiert; es wird erneut versucht</translation>
    </message>
    <message>
        <source>Request refused by you</source>
        <translation>Anforderung von Ihnen abgelehnt</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht signiert</translation>
    </message>
</context>
<context>
    <name>ui::StationSettings</name>
    <message>
        <source>Remove this station</source>
        <translation>Diese Station entfernen</translation>
    </message>
    <message>
        <source>With its settings, messages and findings; sessions stay. It can be undone for some seconds.</source>
        <translation>Mit Einstellungen, Nachrichten und Befunden; Ladevorgänge bleiben. Einige Sekunden lang lässt es sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Accepted: it may charge</source>
        <translation>Angenommen: darf laden</translation>
    </message>
    <message>
        <source>Waiting: it may connect, not charge</source>
        <translation>Wartet: darf sich verbinden, nicht laden</translation>
    </message>
    <message>
        <source>Rejected: it is told to stay away</source>
        <translation>Abgewiesen: soll fernbleiben</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What you call it.</source>
        <translation>Wie Sie sie nennen.</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Where it stands.</source>
        <translation>Wo sie steht.</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Zulassung</translation>
    </message>
    <message>
        <source>How its BootNotification is answered (OCPP 4.2). It takes effect when the station asks next.</source>
        <translation>Wie ihre BootNotification beantwortet wird (OCPP 4.2). Gilt, sobald die Station das nächste Mal fragt.</translation>
    </message>
    <message>
        <source>None: whoever knows its name gets in</source>
        <translation>Keiner: Wer den Namen kennt, kommt herein</translation>
    </message>
    <message>
        <source>Password (security profile 1)</source>
        <translation>Passwort (Sicherheitsprofil 1)</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>How the station proves who it is when it connects. Profiles 2 and 3 need an encrypted connection, which Stationmaster does not offer.</source>
        <translation>Wie die Station beim Verbinden beweist, wer sie ist. Die Profile 2 und 3 brauchen eine verschlüsselte Verbindung, die Stationmaster nicht anbietet.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>16 to 20 characters; the station must give it (security profile 1).</source>
        <translation>16 bis 20 Zeichen; die Station muss es angeben (Sicherheitsprofil 1).</translation>
    </message>
    <message>
        <source>UTC, as the specification says</source>
        <translation>UTC, wie es die Spezifikation sagt</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Zeit zum Antworten</translation>
    </message>
    <message>
        <source>After so long without an answer a command counts as unanswered.</source>
        <translation>Nach so langer Zeit ohne Antwort gilt ein Befehl als unbeantwortet.</translation>
    </message>
    <message>
        <source>Times without a zone</source>
        <translation>Zeiten ohne Zeitzone</translation>
    </message>
    <message>
        <source>Some stations leave the time zone out; this says what they mean.</source>
        <translation>Manche Stationen lassen die Zeitzone weg; hier steht, was sie meinen.</translation>
    </message>
    <message>
        <source>Appended to tags</source>
        <translation>An Karten angehängt</translation>
    </message>
    <message>
        <source>Some stations append something to every tag they read, their serial number for instance. It is ignored.</source>
        <translation>Manche Stationen hängen an jede gelesene Ladekarte etwas an, etwa ihre Seriennummer. Es wird ignoriert.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Security profile %1</source>
        <translation>Sicherheitsprofil %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt, wie es ist</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>It must be typed into the charger, too. A connected station can be given a new one by its key AuthorizationKey, under Configuration.</source>
        <translation>Es muss auch in die Ladestation eingegeben werden. Eine verbundene Station bekommt ein neues über ihren Schlüssel AuthorizationKey, unter Konfiguration.</translation>
    </message>
    <message>
        <source>The password will be forgotten.</source>
        <translation>Das Passwort wird vergessen.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Without a password the station could not come in. %1</source>
        <translation>Ohne Passwort käme die Station nicht herein. %1</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>The station is gone.</source>
        <translation>Die Station ist nicht mehr da.</translation>
    </message>
    <message>
        <source>the settings of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>the settings of %1 (not saved: %2)</source>
        <translation>Einstellungen von %1 (nicht gespeichert: %2)</translation>
    </message>
</context>
<context>
    <name>ui::StationsPage</name>
    <message>
        <source>Add station</source>
        <translation>Station hinzufügen</translation>
    </message>
    <message>
        <source>Register a station before it connects</source>
        <translation>Eine Station registrieren, bevor sie sich verbindet</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stationen</translation>
    </message>
    <message>
        <source>%1 of %2 online</source>
        <translation>%1 von %2 online</translation>
    </message>
    <message numerus="yes">
        <source>%n charging</source>
        <translation>
            <numerusform>%n lädt</numerusform>
            <numerusform>%n laden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n wartet auf Sie</numerusform>
            <numerusform>%n warten auf Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n knock(s)</source>
        <translation>
            <numerusform>%n klopft an</numerusform>
            <numerusform>%n klopfen an</numerusform>
        </translation>
    </message>
    <message>
        <source>Search stations</source>
        <translation>Stationen durchsuchen</translation>
    </message>
    <message>
        <source>No station yet</source>
        <translation>Noch keine Station</translation>
    </message>
    <message>
        <source>Type this address into a charger, with a name of your choice at its end. It appears here as soon as it calls, and you let it in with one click.</source>
        <translation>Geben Sie diese Adresse in eine Ladestation ein, mit einem Namen Ihrer Wahl am Ende. Sie erscheint hier, sobald sie sich meldet, und Sie lassen sie mit einem Klick ein.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>No station matches</source>
        <translation>Keine Station passt</translation>
    </message>
    <message>
        <source>Fewer letters match more.</source>
        <translation>Weniger Buchstaben finden mehr.</translation>
    </message>
    <message>
        <source>The stations cannot be read</source>
        <translation>Die Stationen lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>Commands for all that are shown (Ctrl+A)</source>
        <translation>Befehle für alle gezeigten (Strg+A)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>%1 of %2 picked</source>
        <translation>%1 von %2 ausgewählt</translation>
    </message>
    <message>
        <source>Pick all %1</source>
        <translation>Alle %1 auswählen</translation>
    </message>
    <message>
        <source>the new station</source>
        <translation>neue Station</translation>
    </message>
    <message>
        <source>the new station %1</source>
        <translation>neue Station %1</translation>
    </message>
    <message>
        <source>Ctrl or Shift picks several.</source>
        <translation>Strg oder Umschalt wählt mehrere.</translation>
    </message>
</context>
<context>
    <name>ui::StatusStrip</name>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>%1  %2 %3</source>
        <comment>time, message, direction</comment>
        <translation>%1  %2 %3</translation>
    </message>
    <message>
        <source>The computer does not go to sleep by itself; who closes the lid still gets it.</source>
        <translation>Der Computer geht nicht von selbst in den Ruhezustand; wer den Deckel schließt, schickt ihn trotzdem hinein.</translation>
    </message>
    <message>
        <source>The database of this program. It is well.</source>
        <translation>Die Datenbank dieses Programms. Alles in Ordnung.</translation>
    </message>
    <message>
        <source>The database of an engine that runs elsewhere; this window has joined it. It is well.</source>
        <translation>Die Datenbank eines Dienstes, der anderswo läuft; dieses Fenster hat sich ihm angeschlossen. Alles in Ordnung.</translation>
    </message>
    <message>
        <source>The database %1 is well</source>
        <translation>Die Datenbank %1 ist in Ordnung</translation>
    </message>
</context>
<context>
    <name>ui::StepModel</name>
    <message>
        <source>Add a step</source>
        <translation>Abschnitt anlegen</translation>
    </message>
    <message>
        <source>Remove a step</source>
        <translation>Abschnitt entfernen</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Change the table</source>
        <translation>Tabelle ändern</translation>
    </message>
</context>
<context>
    <name>ui::StepStrip</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try again: %1</source>
        <translation>Erneut versuchen: %1</translation>
    </message>
    <message>
        <source>Begin anew at once: failed tries are forgotten</source>
        <translation>Sofort neu beginnen: gescheiterte Versuche zählen nicht mehr</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Send what differs again</source>
        <translation>Wieder senden, was abweicht</translation>
    </message>
    <message>
        <source>Send nothing until this is resumed</source>
        <translation>Nichts senden, bis es fortgesetzt wird</translation>
    </message>
    <message>
        <source>This was not done. %1</source>
        <translation>Das wurde nicht getan. %1</translation>
    </message>
</context>
<context>
    <name>ui::StepTable</name>
    <message>
        <source>Steps of the layer</source>
        <translation>Abschnitte der Ebene</translation>
    </message>
    <message>
        <source>Nothing is drawn in this layer. Drag on the canvas, or add a step.</source>
        <translation>In dieser Ebene ist nichts gezeichnet. Ziehen Sie auf der Fläche, oder legen Sie einen Abschnitt an.</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Abschnitt anlegen</translation>
    </message>
    <message>
        <source>Remove the step</source>
        <translation>Abschnitt entfernen</translation>
    </message>
</context>
<context>
    <name>ui::StepWords</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Abweichung</numerusform>
            <numerusform>%n Abweichungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>In step. Paused: later changes are not sent.</source>
        <translation>Abgeglichen. Angehalten: Spätere Änderungen werden nicht gesendet.</translation>
    </message>
    <message>
        <source>%1. Paused: nothing is sent.</source>
        <translation>%1. Angehalten: Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>%1. Being sent.</source>
        <translation>%1. Wird gesendet.</translation>
    </message>
    <message>
        <source>%1. Sent when the station is back.</source>
        <translation>%1. Wird gesendet, wenn die Station zurück ist.</translation>
    </message>
    <message>
        <source>%1. Goes on when the station is back.</source>
        <translation>%1. Geht weiter, wenn die Station zurück ist.</translation>
    </message>
    <message>
        <source>%1. Waits.</source>
        <translation>%1. Wartet.</translation>
    </message>
    <message>
        <source>%1. Next try in %2.</source>
        <comment>differences, time</comment>
        <translation>%1. Nächster Versuch in %2.</translation>
    </message>
    <message>
        <source>Checked soon</source>
        <translation>Gleich geprüft</translation>
    </message>
    <message>
        <source>It is compared in a moment.</source>
        <translation>Wird gleich verglichen.</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Given up: %1.</source>
        <translation>Aufgegeben: %1.</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>In step.</source>
        <translation>Abgeglichen.</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Local list</source>
        <translation>Lokale Liste</translation>
    </message>
    <message>
        <source>Charging profiles</source>
        <translation>Ladeprofile</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
</context>
<context>
    <name>ui::StoreWords</name>
    <message>
        <source>The database cannot be reached</source>
        <translation>Die Datenbank ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Its server, its disk or the network to it is away. Look whether it runs; Stationmaster goes on by itself when it is back.</source>
        <translation>Ihr Server, ihr Datenträger oder das Netzwerk dorthin fehlt. Prüfen Sie, ob alles läuft; Stationmaster macht von selbst weiter, sobald sie zurück ist.</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>Die Datenbank ist beschädigt</translation>
    </message>
    <message>
        <source>It is no database of Stationmaster, or its disk is broken. Restore the last backup, on another disk if it happens again.</source>
        <translation>Sie ist keine Datenbank von Stationmaster, oder der Datenträger ist defekt. Stellen Sie die letzte Sicherung wieder her, im Wiederholungsfall auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <source>The database may not be written to</source>
        <translation>In die Datenbank darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The file, its folder or the disk is write-protected, or belongs to somebody else. Change its permissions.</source>
        <translation>Die Datei, ihr Ordner oder der Datenträger ist schreibgeschützt oder gehört jemand anderem. Ändern Sie die Rechte.</translation>
    </message>
    <message>
        <source>There is no room left for the database</source>
        <translation>Für die Datenbank ist kein Platz mehr</translation>
    </message>
    <message>
        <source>The disk is full. Make room; until then nothing is saved, and the stations keep what they have to tell.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz; bis dahin wird nichts gespeichert, und die Stationen behalten, was sie zu melden haben.</translation>
    </message>
    <message>
        <source>Another program holds the database</source>
        <translation>Ein anderes Programm hält die Datenbank fest</translation>
    </message>
    <message>
        <source>It has locked it for longer than is usual. Close programs that have the file open, such as a backup or a database browser.</source>
        <translation>Es sperrt sie länger als üblich. Schließen Sie Programme, die die Datei geöffnet haben, etwa eine Datensicherung oder einen Datenbank-Betrachter.</translation>
    </message>
    <message>
        <source>The database belongs to a newer Stationmaster</source>
        <translation>Die Datenbank gehört zu einem neueren Stationmaster</translation>
    </message>
    <message>
        <source>This version does not know its form. Install the newer version again.</source>
        <translation>Diese Version kennt ihren Aufbau nicht. Installieren Sie wieder die neuere.</translation>
    </message>
    <message>
        <source>The database refused that</source>
        <translation>Die Datenbank hat das abgelehnt</translation>
    </message>
    <message>
        <source>It contradicts what is stored already; perhaps somebody changed it at the same moment. Look at it again and repeat what you did.</source>
        <translation>Es widerspricht dem, was schon gespeichert ist; vielleicht hat es jemand im selben Moment geändert. Sehen Sie noch einmal nach und wiederholen Sie den Schritt.</translation>
    </message>
    <message>
        <source>The database could not do that</source>
        <translation>Das konnte die Datenbank nicht ausführen</translation>
    </message>
    <message>
        <source>The details say more; copy them if you ask somebody for help.</source>
        <translation>Die Einzelheiten sagen mehr; kopieren Sie sie, wenn Sie jemanden um Hilfe bitten.</translation>
    </message>
</context>
<context>
    <name>ui::StoredText</name>
    <message>
        <source>The answer cannot be read: %1 at %2.</source>
        <translation>Die Antwort ist nicht lesbar: %1 bei %2.</translation>
    </message>
    <message>
        <source>No answer within %1 s. A later one is still taken.</source>
        <translation>Keine Antwort binnen %1 s. Eine spätere zählt noch.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Es kam rechtzeitig keine Antwort.</translation>
    </message>
    <message>
        <source>The station was not there in time.</source>
        <translation>Die Station war nicht rechtzeitig da.</translation>
    </message>
    <message>
        <source>The connection broke before the answer; it may have been done.</source>
        <translation>Die Verbindung brach vor der Antwort ab; vielleicht ist es ausgeführt.</translation>
    </message>
    <message>
        <source>The connection was lost before the station answered.</source>
        <translation>Die Verbindung ging verloren, bevor die Station geantwortet hat.</translation>
    </message>
    <message>
        <source>The central system was stopped before the station answered.</source>
        <translation>Das Zentralsystem wurde beendet, bevor die Station geantwortet hat.</translation>
    </message>
    <message>
        <source>Not sent: the station is Pending and must not start or stop transactions (4.2). Accept it first.</source>
        <translation>Nicht gesendet: Die Station wartet noch auf ihre Zulassung (Pending) und darf keinen Ladevorgang beginnen oder beenden (4.2). Nehmen Sie sie zuerst an.</translation>
    </message>
    <message>
        <source>Not sent: %1 has as many sessions open as it may, %2. End one first, or allow it more.</source>
        <translation>Nicht gesendet: %1 hat schon so viele offene Ladevorgänge wie erlaubt, nämlich %2. Beenden Sie einen, oder erlauben Sie mehr.</translation>
    </message>
    <message>
        <source>Not sent: a station that is accepted must not be asked for a BootNotification (E 3.40). A Reset makes it send one.</source>
        <translation>Nicht gesendet: Von einer zugelassenen Station darf keine BootNotification verlangt werden (E 3.40). Nach einem Neustart sendet sie eine.</translation>
    </message>
    <message>
        <source>Not sent: the station has no reservations (SupportedFeatureProfiles).</source>
        <translation>Nicht gesendet: Die Station kennt keine Reservierungen (SupportedFeatureProfiles).</translation>
    </message>
    <message>
        <source>Not sent: the station cannot keep just any connector free (ReserveConnectorZeroSupported is not true). Choose a connector.</source>
        <translation>Nicht gesendet: Die Station kann nicht irgendeinen Anschluss freihalten (ReserveConnectorZeroSupported ist nicht true). Wählen Sie einen Anschluss.</translation>
    </message>
    <message>
        <source>Not sent: the reservation would have been over already. Choose a later end.</source>
        <translation>Nicht gesendet: Die Reservierung wäre schon vorbei. Wählen Sie ein späteres Ende.</translation>
    </message>
    <message>
        <source>Not sent: the charging profile of a remote start must be a TxProfile (5.16.2).</source>
        <translation>Nicht gesendet: Das Ladeprofil eines Fernstarts muss ein TxProfile sein (5.16.2).</translation>
    </message>
    <message>
        <source>Not sent: the charging profile of a remote start must not name a transaction, for there is none yet (E 3.41). Leave transactionId out.</source>
        <translation>Nicht gesendet: Das Ladeprofil eines Fernstarts darf keinen Ladevorgang nennen, denn es gibt noch keinen (E 3.41). Lassen Sie transactionId weg.</translation>
    </message>
    <message>
        <source>Transaction %1 started on the same connector, and no stop had come.</source>
        <translation>Ladevorgang %1 begann am selben Anschluss, und ein Ende war nicht gekommen.</translation>
    </message>
    <message>
        <source>The station stopped transaction %1, which is not known for it.</source>
        <translation>Die Station hat Ladevorgang %1 beendet, der für sie nicht bekannt ist.</translation>
    </message>
    <message>
        <source>The station stopped transaction %1 again, differently. The first stop counts.</source>
        <translation>Die Station hat Ladevorgang %1 noch einmal beendet, mit anderen Werten. Das erste Ende zählt.</translation>
    </message>
    <message>
        <source>%1 could not be booked: %2 at %3 (%4).</source>
        <translation>%1 konnte nicht gebucht werden: %2 bei %3 (%4).</translation>
    </message>
    <message>
        <source>%1 more messages of this station could not be booked. They are in the log of its messages; this is the first. Settle what waits here, and new ones are kept again.</source>
        <translation>%1 weitere Nachrichten dieser Station konnten nicht gebucht werden. Sie stehen unter ihren Nachrichten; dies ist die erste. Erledigen Sie, was hier wartet, dann werden neue wieder aufgehoben.</translation>
    </message>
    <message>
        <source>An answer that no call of ours waits for.</source>
        <translation>Eine Antwort, auf die keine unserer Anfragen wartet.</translation>
    </message>
    <message>
        <source>The message id was used before on this connection.</source>
        <translation>Die Nachrichtennummer wurde auf dieser Verbindung schon benutzt.</translation>
    </message>
    <message>
        <source>A CALL came before the one before it was answered.</source>
        <translation>Eine Anfrage kam, bevor die vorige beantwortet war.</translation>
    </message>
    <message>
        <source>The station is not accepted yet; BootNotification comes first.</source>
        <translation>Die Station ist noch nicht angenommen; zuerst kommt BootNotification.</translation>
    </message>
    <message>
        <source>The handshake names no subprotocol (Sec-WebSocket-Protocol: ocpp1.6); read as OCPP 1.6.</source>
        <translation>Der Verbindungsaufbau nennt kein Unterprotokoll (Sec-WebSocket-Protocol: ocpp1.6); als OCPP 1.6 gelesen.</translation>
    </message>
    <message>
        <source>A binary frame: OCPP-J sends text frames only (J 4.1.2).</source>
        <translation>Ein binärer Rahmen: OCPP-J sendet nur Text (J 4.1.2).</translation>
    </message>
    <message>
        <source>More frames than can be worked off; the connection was closed.</source>
        <translation>Mehr Nachrichten, als sich abarbeiten lassen; die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>It sends but does not read what is sent to it; the connection was closed.</source>
        <translation>Sie sendet, liest aber nicht, was ihr gesendet wird; die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>Closed with 1009 (%1): a frame larger than %2 bytes.</source>
        <translation>Geschlossen mit 1009 (%1): eine Nachricht mit mehr als %2 Bytes.</translation>
    </message>
    <message>
        <source>Closed with 1007 (%1): a text that is not UTF-8.</source>
        <translation>Geschlossen mit 1007 (%1): ein Text, der nicht UTF-8 ist.</translation>
    </message>
    <message>
        <source>Closed with 1002 (%1): not the WebSocket protocol (RFC 6455).</source>
        <translation>Geschlossen mit 1002 (%1): nicht das WebSocket-Protokoll (RFC 6455).</translation>
    </message>
    <message>
        <source>is not valid JSON: %1 at byte %2</source>
        <translation>ist kein gültiges JSON: %1 bei Byte %2</translation>
    </message>
    <message>
        <source>is not a JSON array</source>
        <translation>ist keine JSON-Liste</translation>
    </message>
    <message>
        <source>ends with NUL; ignored</source>
        <translation>endet mit NUL; übergangen</translation>
    </message>
    <message>
        <source>has no known message type: %1</source>
        <translation>hat keine bekannte Nachrichtenart: %1</translation>
    </message>
    <message>
        <source>there are %1 elements, %2 belong there; the others are ignored</source>
        <translation>es sind %1 Elemente, %2 gehören hin; die übrigen werden übergangen</translation>
    </message>
    <message>
        <source>there is no message %1 in OCPP 1.6</source>
        <translation>in OCPP 1.6 gibt es keine Nachricht %1</translation>
    </message>
    <message>
        <source>the message id is missing</source>
        <translation>die Nachrichtennummer fehlt</translation>
    </message>
    <message>
        <source>the message id is empty</source>
        <translation>die Nachrichtennummer ist leer</translation>
    </message>
    <message>
        <source>the message id is a number; read as its text</source>
        <translation>die Nachrichtennummer ist eine Zahl; als Text gelesen</translation>
    </message>
    <message>
        <source>the message id is %1</source>
        <translation>die Nachrichtennummer ist %1</translation>
    </message>
    <message>
        <source>the message id has %1 characters, %2 are allowed; kept whole</source>
        <translation>die Nachrichtennummer hat %1 Zeichen, erlaubt sind %2; ganz behalten</translation>
    </message>
    <message>
        <source>the action is missing</source>
        <translation>der Name der Nachricht fehlt</translation>
    </message>
    <message>
        <source>the action is %1</source>
        <translation>der Name der Nachricht ist %1</translation>
    </message>
    <message>
        <source>the payload is missing; read as {}</source>
        <translation>der Inhalt fehlt; als {} gelesen</translation>
    </message>
    <message>
        <source>the payload is null; read as {}</source>
        <translation>der Inhalt ist null; als {} gelesen</translation>
    </message>
    <message>
        <source>the payload is %1, not an object</source>
        <translation>der Inhalt ist %1 statt eines Objekts</translation>
    </message>
    <message>
        <source>the error code %1 is unknown</source>
        <translation>der Fehlercode %1 ist unbekannt</translation>
    </message>
    <message>
        <source>the error details are %1</source>
        <translation>die Einzelheiten des Fehlers sind %1</translation>
    </message>
    <message>
        <source>the %1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>error code</source>
        <translation>der Fehlercode</translation>
    </message>
    <message>
        <source>error description</source>
        <translation>die Fehlerbeschreibung</translation>
    </message>
    <message>
        <source>%1; left out</source>
        <translation>%1; weggelassen</translation>
    </message>
    <message>
        <source>is required, but missing</source>
        <translation>fehlt, ist aber nötig</translation>
    </message>
    <message>
        <source>is required, but null</source>
        <translation>ist null, ist aber nötig</translation>
    </message>
    <message>
        <source>is null; read as absent</source>
        <translation>ist null; gilt als nicht angegeben</translation>
    </message>
    <message>
        <source>is an empty text</source>
        <translation>ist ein leerer Text</translation>
    </message>
    <message>
        <source>is an empty list; read as absent</source>
        <translation>ist eine leere Liste; gilt als nicht angegeben</translation>
    </message>
    <message>
        <source>is not a field of this message; ignored</source>
        <translation>gehört nicht in diese Nachricht; übergangen</translation>
    </message>
    <message>
        <source>is not an address with a scheme such as https://</source>
        <translation>ist keine Adresse mit einem Anfang wie https://</translation>
    </message>
    <message>
        <source>contains characters that an address must escape</source>
        <translation>enthält Zeichen, die in einer Adresse umschrieben werden müssen</translation>
    </message>
    <message>
        <source>has %1 characters, %2 are allowed; kept whole</source>
        <translation>hat %1 Zeichen, erlaubt sind %2; ganz behalten</translation>
    </message>
    <message>
        <source>has %1 items, at least %2 are required</source>
        <translation>hat %1 Einträge, nötig sind mindestens %2</translation>
    </message>
    <message>
        <source>has the unknown value %1; kept</source>
        <translation>hat den unbekannten Wert %1; behalten</translation>
    </message>
    <message>
        <source>has the unknown value %1</source>
        <translation>hat den unbekannten Wert %1</translation>
    </message>
    <message>
        <source>is spelled %1; read as &quot;%2&quot;</source>
        <translation>ist %1 geschrieben; als „%2“ gelesen</translation>
    </message>
    <message>
        <source>expected a text, found %1; read as its text</source>
        <translation>erwartet wurde ein Text, gefunden %1; als Text gelesen</translation>
    </message>
    <message>
        <source>expected a number, found the text %1; read as number</source>
        <translation>erwartet wurde eine Zahl, gefunden der Text %1; als Zahl gelesen</translation>
    </message>
    <message>
        <source>expected true or false, found %1; read as %2</source>
        <translation>erwartet wurde true oder false, gefunden %1; als %2 gelesen</translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation>erwartet: %1, gefunden: %2</translation>
    </message>
    <message>
        <source>has a fraction: %1; rounded</source>
        <translation>hat Nachkommastellen: %1; gerundet</translation>
    </message>
    <message>
        <source>has more than one decimal: %1; kept</source>
        <translation>hat mehr als eine Nachkommastelle: %1; behalten</translation>
    </message>
    <message>
        <source>is not a date and time such as 2026-01-31T12:00:00Z: %1</source>
        <translation>ist keine Zeitangabe wie 2026-01-31T12:00:00Z: %1</translation>
    </message>
    <message>
        <source>has no time zone: %1; read as %2</source>
        <translation>hat keine Zeitzone: %1; als %2 gelesen</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>is a time in an unusual notation: %1</source>
        <translation>ist eine ungewöhnlich geschriebene Zeit: %1</translation>
    </message>
    <message>
        <source>is %1: the clock does not seem to be set</source>
        <translation>ist %1: Die Uhr scheint nicht gestellt zu sein</translation>
    </message>
    <message>
        <source>is out of range: %1</source>
        <translation>liegt außerhalb des Erlaubten: %1</translation>
    </message>
    <message>
        <source>is %1, at least %2 is allowed</source>
        <translation>ist %1, erlaubt ist mindestens %2</translation>
    </message>
    <message>
        <source>is %1, at most %2 is allowed</source>
        <translation>ist %1, erlaubt ist höchstens %2</translation>
    </message>
    <message>
        <source>is %1, %2 to %3 is allowed</source>
        <translation>ist %1, erlaubt ist %2 bis %3</translation>
    </message>
    <message>
        <source>%1 is not sent in this direction</source>
        <translation>%1 wird nicht in dieser Richtung gesendet</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a date and time</source>
        <translation>eine Zeitangabe</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>%1: %2 It was tried %3 times. Retry it when the station is well.</source>
        <translation>%1: %2 Es wurde %3-mal versucht. Versuchen Sie es erneut, wenn mit der Station alles in Ordnung ist.</translation>
    </message>
    <message>
        <source>the station answered &quot;%1&quot;.</source>
        <translation>Die Station hat „%1“ geantwortet.</translation>
    </message>
    <message>
        <source>The station is offline. It goes on when it connects.</source>
        <translation>Die Station ist offline. Es geht weiter, wenn sie sich verbindet.</translation>
    </message>
    <message>
        <source>The station&apos;s configuration is read first.</source>
        <translation>Zuerst wird die Konfiguration der Station gelesen.</translation>
    </message>
    <message>
        <source>Keys are to be changed: %1.</source>
        <translation>Schlüssel sind zu ändern: %1.</translation>
    </message>
    <message>
        <source>Keys are valid after a restart: %1. Reset the station when no session runs.</source>
        <translation>Schlüssel gelten erst nach einem Neustart: %1. Starten Sie die Station neu, wenn kein Ladevorgang läuft.</translation>
    </message>
    <message>
        <source>The station refuses keys: %1. Enter other values, or take the wishes back.</source>
        <translation>Die Station lehnt Schlüssel ab: %1. Geben Sie andere Werte ein, oder nehmen Sie die Wünsche zurück.</translation>
    </message>
    <message>
        <source>The station has no local list: its SupportedFeatureProfiles are without LocalAuthListManagement. Take its list away, or let its firmware be updated.</source>
        <translation>Die Station hat keine lokale Liste: In ihren SupportedFeatureProfiles fehlt LocalAuthListManagement. Nehmen Sie ihr die Liste weg, oder lassen Sie ihre Firmware aktualisieren.</translation>
    </message>
    <message>
        <source>The station would not use its local list: LocalAuthListEnabled is false. Set it to true in its configuration.</source>
        <translation>Die Station würde ihre lokale Liste nicht nutzen: LocalAuthListEnabled ist false. Setzen Sie es in ihrer Konfiguration auf true.</translation>
    </message>
    <message>
        <source>The station answered that it does not support local lists. Take its list away, or let its firmware be updated.</source>
        <translation>Die Station hat geantwortet, dass sie keine lokalen Listen kann. Nehmen Sie ihr die Liste weg, oder lassen Sie ihre Firmware aktualisieren.</translation>
    </message>
    <message>
        <source>The list has %1 entries, but the station takes no more than %2 (LocalAuthListMaxLength). Give it a shorter list, of one group for instance.</source>
        <translation>Die Liste hat %1 Einträge, aber die Station nimmt höchstens %2 (LocalAuthListMaxLength). Geben Sie ihr eine kürzere Liste, zum Beispiel die einer Gruppe.</translation>
    </message>
    <message>
        <source>The station refused the last update (%1), so it gets the whole list.</source>
        <translation>Die Station hat die letzte Aktualisierung abgelehnt (%1), also bekommt sie die ganze Liste.</translation>
    </message>
    <message>
        <source>The station has no list from here yet, so it gets the whole list.</source>
        <translation>Die Station hat noch keine Liste von hier, also bekommt sie die ganze.</translation>
    </message>
    <message>
        <source>The station says that its list has version %1, but %2 was sent last, so it gets the whole list.</source>
        <translation>Die Station sagt, ihre Liste habe Version %1; zuletzt gesendet wurde aber %2. Also bekommt sie die ganze Liste.</translation>
    </message>
    <message>
        <source>The version of the station&apos;s list is not known, so it is asked.</source>
        <translation>Die Version der Liste in der Station ist nicht bekannt, also wird sie gefragt.</translation>
    </message>
    <message>
        <source>Entries differ: %1.</source>
        <translation>Einträge weichen ab: %1.</translation>
    </message>
    <message>
        <source>The station does not support charging profiles: %1 Withdraw them, or retry after an update of its firmware.</source>
        <translation>Die Station kann keine Ladeprofile: %1 Ziehen Sie sie zurück, oder versuchen Sie es nach einer Aktualisierung ihrer Firmware erneut.</translation>
    </message>
    <message>
        <source>A profile does not fit the station: %1</source>
        <translation>Ein Profil passt nicht zur Station: %1</translation>
    </message>
    <message>
        <source>The station answered %1.</source>
        <translation>Die Station hat %1 geantwortet.</translation>
    </message>
    <message>
        <source>There is no connector %1: the station has %2.</source>
        <translation>Es gibt keinen Anschluss %1: Die Station hat %2.</translation>
    </message>
    <message>
        <source>A TxProfile needs the transaction that it is for, and none runs at this connector (3.13.1).</source>
        <translation>Ein TxProfile braucht den Ladevorgang, für den es ist, und an diesem Anschluss läuft keiner (3.13.1).</translation>
    </message>
    <message>
        <source>The station&apos;s highest stack level is %1 (ChargeProfileMaxStackLevel), not %2.</source>
        <translation>Die höchste Rangstufe der Station ist %1 (ChargeProfileMaxStackLevel), nicht %2.</translation>
    </message>
    <message>
        <source>The station takes schedules in %1 only (ChargingScheduleAllowedChargingRateUnit), not in %2.</source>
        <translation>Die Station nimmt Pläne nur in %1 (ChargingScheduleAllowedChargingRateUnit), nicht in %2.</translation>
    </message>
    <message>
        <source>The station takes %1 profiles at most (MaxChargingProfilesInstalled); this would be number %2. Withdraw another one first.</source>
        <translation>Die Station nimmt höchstens %1 Profile (MaxChargingProfilesInstalled); dies wäre Nummer %2. Ziehen Sie zuerst ein anderes zurück.</translation>
    </message>
    <message>
        <source>The station takes %1 periods at most (ChargingScheduleMaxPeriods), not %2.</source>
        <translation>Die Station nimmt höchstens %1 Abschnitte (ChargingScheduleMaxPeriods), nicht %2.</translation>
    </message>
    <message>
        <source>The station could not fetch the file. Check whether it reaches the file server at the address in its command.</source>
        <translation>Die Station konnte die Datei nicht holen. Prüfen Sie, ob sie den Dateiserver unter der Adresse in ihrem Befehl erreicht.</translation>
    </message>
    <message>
        <source>The station found that the signature is not that of the file. Get image and signature from the manufacturer again.</source>
        <translation>Die Station fand, dass die Signatur nicht zur Datei gehört. Holen Sie Firmware und Signatur noch einmal vom Hersteller.</translation>
    </message>
    <message>
        <source>The station installed the firmware and then found it damaged or not meant for it.</source>
        <translation>Die Station hat die Firmware installiert und dann beschädigt oder nicht für sie bestimmt gefunden.</translation>
    </message>
    <message>
        <source>The station could not install the firmware. Its diagnostics may say why.</source>
        <translation>Die Station konnte die Firmware nicht installieren. Ihre Diagnosedaten sagen vielleicht, warum.</translation>
    </message>
    <message>
        <source>The station does not take UpdateFirmware (%1). If it wants signed firmware, send a signed update.</source>
        <translation>Die Station nimmt kein UpdateFirmware (%1). Will sie signierte Firmware, senden Sie eine signierte Aktualisierung.</translation>
    </message>
    <message>
        <source>The station does not take SignedUpdateFirmware (%1). Send an unsigned update instead.</source>
        <translation>Die Station nimmt kein SignedUpdateFirmware (%1). Senden Sie stattdessen eine unsignierte Aktualisierung.</translation>
    </message>
    <message>
        <source>The firmware image was removed.</source>
        <translation>Die Firmware wurde gelöscht.</translation>
    </message>
    <message>
        <source>Firmware %1 is to be sent.</source>
        <translation>Firmware %1 ist zu senden.</translation>
    </message>
    <message>
        <source>Update %1 took its place.</source>
        <translation>Aktualisierung %1 trat an ihre Stelle.</translation>
    </message>
    <message>
        <source>The station dropped it.</source>
        <translation>Die Station hat es gelassen.</translation>
    </message>
    <message>
        <source>The station would not drop it (%1): it goes on.</source>
        <translation>Die Station wollte nicht davon lassen (%1): Es geht weiter.</translation>
    </message>
    <message>
        <source>Fetching the file failed for the %1. time; the station tries again.</source>
        <translation>Das Holen der Datei ist zum %1. Mal gescheitert; die Station versucht es erneut.</translation>
    </message>
    <message>
        <source>The station works on it; its last word: %1.</source>
        <translation>Die Station arbeitet daran; ihr letztes Wort: %1.</translation>
    </message>
    <message>
        <source>The station does not trust the signing certificate (%1). Install the manufacturer&apos;s root certificate on it, or ask the manufacturer.</source>
        <translation>Die Station traut dem Zertifikat der Signatur nicht (%1). Installieren Sie das Wurzelzertifikat des Herstellers auf ihr, oder fragen Sie den Hersteller.</translation>
    </message>
    <message>
        <source>The station did not say so, but it booted with version %1.</source>
        <translation>Die Station hat es nicht gesagt, aber sie ist mit Version %1 gestartet.</translation>
    </message>
    <message>
        <source>The station said Installed, but it boots with version %1 instead of %2.</source>
        <translation>Die Station hat Installed gemeldet, startet aber mit Version %1 statt %2.</translation>
    </message>
    <message>
        <source>Nothing more was heard of it; the station&apos;s last word was &quot;%1&quot;. Ask for its diagnostics, or send it again.</source>
        <translation>Es war nichts mehr davon zu hören; das letzte Wort der Station war „%1“. Fordern Sie ihre Diagnosedaten an, oder senden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The station could not be asked to drop it: %1</source>
        <translation>Die Station konnte nicht gebeten werden, es zu lassen: %1</translation>
    </message>
    <message>
        <source>The signing certificate is not valid yet. Ask the manufacturer, or check this clock.</source>
        <translation>Das Zertifikat der Signatur ist noch nicht gültig. Fragen Sie den Hersteller, oder prüfen Sie diese Uhr.</translation>
    </message>
    <message>
        <source>The signing certificate has expired. Ask the manufacturer for a newly signed image.</source>
        <translation>Das Zertifikat der Signatur ist abgelaufen. Bitten Sie den Hersteller um eine neu signierte Firmware.</translation>
    </message>
    <message>
        <source>The signing certificate has neither an RSA nor an elliptic-curve key, which stations do not understand.</source>
        <translation>Das Zertifikat der Signatur hat weder einen RSA-Schlüssel noch einen mit elliptischer Kurve; das verstehen Stationen nicht.</translation>
    </message>
    <message>
        <source>The key of the signing certificate has only %1 bits, and stations refuse it. Ask the manufacturer for an image that is signed with a stronger one.</source>
        <translation>Der Schlüssel des Zertifikats hat nur %1 Bit, und Stationen lehnen ihn ab. Bitten Sie den Hersteller um eine Firmware, die mit einem stärkeren signiert ist.</translation>
    </message>
    <message>
        <source>The signing certificate cannot be read. It has to be a certificate in PEM.</source>
        <translation>Das Zertifikat der Signatur ist nicht lesbar. Es muss ein Zertifikat in PEM sein.</translation>
    </message>
    <message>
        <source>The signature cannot be read. It has to be base64.</source>
        <translation>Die Signatur ist nicht lesbar. Sie muss Base64 sein.</translation>
    </message>
    <message>
        <source>The signature does not belong to this file and certificate (RSA-PSS or ECDSA over SHA-256). Get file, signature and certificate from the manufacturer again.</source>
        <translation>Die Signatur gehört nicht zu dieser Datei und diesem Zertifikat (RSA-PSS oder ECDSA über SHA-256). Holen Sie Datei, Signatur und Zertifikat noch einmal vom Hersteller.</translation>
    </message>
    <message>
        <source>OCPP 1.6 cannot call back an UpdateFirmware. From our file server the station gets nothing any more; what it has, or finds on a server of your own, it may still install.</source>
        <translation>OCPP 1.6 kann ein UpdateFirmware nicht zurückrufen. Von unserem Dateiserver bekommt die Station nichts mehr; was sie hat oder auf einem Server von Ihnen findet, installiert sie vielleicht noch.</translation>
    </message>
    <message>
        <source>Not sent: the update is over.</source>
        <translation>Nicht gesendet: Die Aktualisierung ist vorbei.</translation>
    </message>
    <message>
        <source>It was cancelled before it was sent.</source>
        <translation>Es wurde abgesagt, bevor es gesendet wurde.</translation>
    </message>
    <message>
        <source>The roll-out stopped when %1 failed: %2</source>
        <translation>Die Verteilung hielt an, als %1 scheiterte: %2</translation>
    </message>
    <message>
        <source>The roll-out was cancelled.</source>
        <translation>Die Verteilung wurde abgesagt.</translation>
    </message>
    <message>
        <source>The file server is switched off, and %1 has nowhere to get files from or bring them to. Give it a port in the settings.</source>
        <translation>Der Dateiserver ist ausgeschaltet, und %1 hat nichts, woher sie Dateien holen oder wohin sie sie bringen kann. Geben Sie ihm in den Einstellungen einen Port.</translation>
    </message>
    <message>
        <source>%1 transfers files by %2 only, which the built-in file server does not speak. Enter the address of a server that does in the settings.</source>
        <translation>%1 überträgt Dateien nur mit %2; das spricht der eingebaute Dateiserver nicht. Tragen Sie in den Einstellungen die Adresse eines Servers ein, der es kann.</translation>
    </message>
    <message>
        <source>%1 transfers files by %2 only, but the file server that is entered in the settings is %3. Enter one that the station understands.</source>
        <translation>%1 überträgt Dateien nur mit %2, aber der Dateiserver in den Einstellungen ist %3. Tragen Sie einen ein, den die Station versteht.</translation>
    </message>
    <message>
        <source>It is not known yet by which address %1 reaches us: it was never online.</source>
        <translation>Noch ist nicht bekannt, unter welcher Adresse %1 uns erreicht: Sie war nie online.</translation>
    </message>
    <message>
        <source>%1 reached us as &quot;%2&quot;, which means the station itself to a station. Enter the address of the file server in the settings.</source>
        <translation>%1 hat uns als „%2“ erreicht; für eine Station bedeutet das sie selbst. Tragen Sie die Adresse des Dateiservers in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>The station says that it brought the file, but none has arrived. Check whether it reaches the file server; the link still works.</source>
        <translation>Die Station sagt, sie habe die Datei gebracht, aber es ist keine angekommen. Prüfen Sie, ob sie den Dateiserver erreicht; der Link gilt noch.</translation>
    </message>
    <message>
        <source>The station did not bring it in time.</source>
        <translation>Die Station hat sie nicht rechtzeitig gebracht.</translation>
    </message>
    <message>
        <source>The station has no diagnostics of that time.</source>
        <translation>Die Station hat aus dieser Zeit keine Diagnosedaten.</translation>
    </message>
    <message>
        <source>The station dropped it for a newer request.</source>
        <translation>Die Station hat es für eine neuere Anforderung fallen lassen.</translation>
    </message>
    <message>
        <source>The station could not bring the file. Check whether it reaches the file server.</source>
        <translation>Die Station konnte die Datei nicht bringen. Prüfen Sie, ob sie den Dateiserver erreicht.</translation>
    </message>
    <message>
        <source>The station did not understand where to bring the file.</source>
        <translation>Die Station hat nicht verstanden, wohin sie die Datei bringen soll.</translation>
    </message>
    <message>
        <source>The file server did not let the station in.</source>
        <translation>Der Dateiserver hat die Station nicht eingelassen.</translation>
    </message>
    <message>
        <source>The station cannot bring files in the way it was asked to.</source>
        <translation>Die Station kann Dateien nicht auf die verlangte Weise bringen.</translation>
    </message>
    <message>
        <source>The file is larger than the %1 MiB that are taken. Ask for a shorter time, or allow more in the settings.</source>
        <translation>Die Datei ist größer als die %1 MiB, die angenommen werden. Verlangen Sie einen kürzeren Zeitraum, oder erlauben Sie in den Einstellungen mehr.</translation>
    </message>
    <message>
        <source>The file is larger than what is taken.</source>
        <translation>Die Datei ist größer als das, was angenommen wird.</translation>
    </message>
    <message>
        <source>The disk is full: less than %1 MiB are left for other things, so no file is taken. Make room.</source>
        <translation>Die Platte ist voll: Für anderes bleiben weniger als %1 MiB, darum wird keine Datei angenommen. Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>The received files fill the %1 MiB that they may have. Delete old ones, or allow more in the settings.</source>
        <translation>Die erhaltenen Dateien füllen die %1 MiB, die sie haben dürfen. Löschen Sie alte, oder erlauben Sie in den Einstellungen mehr.</translation>
    </message>
    <message>
        <source>The disk does not take any more: %1. Make room.</source>
        <translation>Die Platte nimmt nichts mehr an: %1. Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>The certificate cannot be read. It has to be PEM, beginning with -----BEGIN CERTIFICATE-----.</source>
        <translation>Das Zertifikat ist nicht lesbar. Es muss PEM sein und mit -----BEGIN CERTIFICATE----- beginnen.</translation>
    </message>
    <message>
        <source>There are %1 certificates, but only one can be taken here. Give them one by one.</source>
        <translation>Es sind %1 Zertifikate, hier kann nur eines genommen werden. Einzeln angeben.</translation>
    </message>
    <message>
        <source>The certificate has a key of a kind that is not known here.</source>
        <translation>Das Zertifikat hat einen Schlüssel unbekannter Art.</translation>
    </message>
    <message>
        <source>Certificate %1 of the chain was not signed by the one that follows it. The station&apos;s own comes first, then the one that signed it, and so on.</source>
        <translation>Zertifikat %1 der Kette wurde nicht vom folgenden signiert. Zuerst kommt das der Station, dann das, das es signiert hat, und so weiter.</translation>
    </message>
    <message>
        <source>This is not the certificate of an authority: it may not sign others. Give the root that signed it.</source>
        <translation>Das ist nicht das Zertifikat einer Zertifizierungsstelle: Es darf keine anderen signieren. Das Wurzelzertifikat angeben, das es signiert hat.</translation>
    </message>
    <message>
        <source>Stations refuse its key (%1): they take RSA from 2048 bits and elliptic curves from 224 (A00.FR.502).</source>
        <translation>Stationen lehnen seinen Schlüssel ab (%1): Sie nehmen RSA ab 2048 Bit und elliptische Kurven ab 224 (A00.FR.502).</translation>
    </message>
    <message>
        <source>The certificate has expired. Ask its issuer for a new one.</source>
        <translation>Das Zertifikat ist abgelaufen. Beim Aussteller ein neues anfordern.</translation>
    </message>
    <message>
        <source>The certificate has %1 characters, and stations take %2 (W 5.11).</source>
        <translation>Das Zertifikat hat %1 Zeichen, Stationen nehmen %2 (W 5.11).</translation>
    </message>
    <message>
        <source>The station checks new roots (AdditionalRootCertificateCheck), and this one was not signed by %1, whose place it would take (M05.FR.09).</source>
        <translation>Die Station prüft neue Wurzelzertifikate (AdditionalRootCertificateCheck), und dieses wurde nicht von %1 signiert, an dessen Stelle es käme (M05.FR.09).</translation>
    </message>
    <message>
        <source>The station has room for %1 root certificates (CertificateStoreMaxLength). Delete another one first.</source>
        <translation>Die Station hat Platz für %1 Wurzelzertifikate (CertificateStoreMaxLength). Zuerst ein anderes löschen.</translation>
    </message>
    <message>
        <source>The station has %1 root certificates and no room for more (CertificateStoreMaxLength). Delete one of them.</source>
        <translation>Die Station hat %1 Wurzelzertifikate und keinen Platz für weitere (CertificateStoreMaxLength). Eines davon löschen.</translation>
    </message>
    <message>
        <source>The station does not know the messages for certificates (%1). Withdraw what is desired, or retry after an update of its firmware.</source>
        <translation>Die Station kennt die Nachrichten für Zertifikate nicht (%1). Den Wunsch zurücknehmen oder nach einer neuen Firmware noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The station accepted it, but does not list it among its certificates. Have it installed once more, or ask the station&apos;s vendor.</source>
        <translation>Die Station hat es angenommen, führt es aber nicht unter ihren Zertifikaten. Noch einmal installieren oder beim Hersteller nachfragen.</translation>
    </message>
    <message>
        <source>The request cannot be read: it is no certificate signing request in PEM.</source>
        <translation>Der Antrag ist nicht lesbar: Es ist kein Zertifikatsantrag in PEM.</translation>
    </message>
    <message>
        <source>The request&apos;s signature is wrong: whoever made it does not have the key.</source>
        <translation>Die Signatur des Antrags ist falsch: Wer ihn gestellt hat, besitzt den Schlüssel nicht.</translation>
    </message>
    <message>
        <source>The request is for a key (%1) that is neither RSA nor on an elliptic curve.</source>
        <translation>Der Antrag gilt einem Schlüssel (%1), der weder RSA ist noch auf einer elliptischen Kurve liegt.</translation>
    </message>
    <message>
        <source>The request is for a key (%1) that is too weak: RSA needs 2048 bits, an elliptic curve 224 (A00.FR.502).</source>
        <translation>Der Antrag gilt einem zu schwachen Schlüssel (%1): RSA braucht 2048 Bit, eine elliptische Kurve 224 (A00.FR.502).</translation>
    </message>
    <message>
        <source>The request is for &quot;%1&quot;, which is neither the station&apos;s id nor a serial number of it (A00.FR.511).</source>
        <translation>Der Antrag lautet auf „%1“, das ist weder der Name der Station noch eine ihrer Seriennummern (A00.FR.511).</translation>
    </message>
    <message>
        <source>The request&apos;s organization is &quot;%1&quot;, but the station&apos;s CpoName is &quot;%2&quot; (A02.FR.13).</source>
        <translation>Die Organisation im Antrag ist „%1“, der CpoName der Station aber „%2“ (A02.FR.13).</translation>
    </message>
    <message>
        <source>The certificate is for another key than the request. The first one of the chain has to be made from the station&apos;s request %1.</source>
        <translation>Das Zertifikat gilt einem anderen Schlüssel als der Antrag. Das erste der Kette muss aus Antrag %1 der Station entstanden sein.</translation>
    </message>
    <message>
        <source>The certificate is for &quot;%1&quot;, but the request for &quot;%2&quot;.</source>
        <translation>Das Zertifikat lautet auf „%1“, der Antrag aber auf „%2“.</translation>
    </message>
    <message>
        <source>Stations refuse the key of %1 (%2): they take RSA from 2048 bits and elliptic curves from 224 (A00.FR.502).</source>
        <translation>Stationen lehnen den Schlüssel von %1 ab (%2): Sie nehmen RSA ab 2048 Bit und elliptische Kurven ab 224 (A00.FR.502).</translation>
    </message>
    <message>
        <source>Request %1 waits for no certificate: it is %2.</source>
        <translation>Antrag %1 wartet auf kein Zertifikat: Er ist %2.</translation>
    </message>
    <message>
        <source>The chain has %1 characters, but the station takes %2 (CertificateSignedMaxChainSize). Leave out what it knows, the root first.</source>
        <translation>Die Kette hat %1 Zeichen, die Station nimmt %2 (CertificateSignedMaxChainSize). Weglassen, was sie kennt, zuerst das Wurzelzertifikat.</translation>
    </message>
    <message>
        <source>The station answered Rejected: to it the certificate is not valid. Look at its security events, and sign the request again.</source>
        <translation>Die Station hat abgelehnt: Für sie ist das Zertifikat ungültig. Ihre Sicherheitsereignisse ansehen und den Antrag neu signieren.</translation>
    </message>
    <message>
        <source>%1 has expired.</source>
        <translation>%1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>The station has made no request that a certificate could be for. Have it make one with ExtendedTriggerMessage, SignChargePointCertificate.</source>
        <translation>Die Station hat keinen Antrag gestellt, zu dem ein Zertifikat passen könnte. Mit ExtendedTriggerMessage, SignChargePointCertificate stellt sie einen.</translation>
    </message>
    <message>
        <source>The station answered Rejected: the certificate is not valid, or there is no room.</source>
        <translation>Die Station hat abgelehnt: Das Zertifikat ist für sie ungültig, oder sie hat keinen Platz.</translation>
    </message>
    <message>
        <source>The station answered Failed: perhaps it needs the certificate for this connection (M04.FR.06).</source>
        <translation>Die Station hat es nicht gelöscht (Failed): Vielleicht braucht sie das Zertifikat für diese Verbindung (M04.FR.06).</translation>
    </message>
    <message>
        <source>The station answered Failed.</source>
        <translation>Die Station hat geantwortet, dass es nicht gelungen ist (Failed).</translation>
    </message>
    <message>
        <source>The station&apos;s own certificate is signed, and is sent to it.</source>
        <translation>Das eigene Zertifikat der Station ist signiert und wird ihr gesendet.</translation>
    </message>
    <message>
        <source>What the station has now is not known, so it is asked.</source>
        <translation>Was die Station jetzt hat, ist nicht bekannt, also wird sie gefragt.</translation>
    </message>
    <message>
        <source>Root certificates differ: %1.</source>
        <translation>Wurzelzertifikate weichen ab: %1.</translation>
    </message>
    <message>
        <source>A fuse needs a name of 1 to 100 characters.</source>
        <translation>Eine Sicherung braucht einen Namen mit 1 bis 100 Zeichen.</translation>
    </message>
    <message>
        <source>There are two fuses &quot;%1&quot;. Give each a name of its own.</source>
        <translation>Es gibt zwei Sicherungen „%1“. Jeder einen eigenen Namen geben.</translation>
    </message>
    <message>
        <source>There is no fuse &quot;%1&quot; in this site. Name one that is, or none for the first.</source>
        <translation>In diesem Standort gibt es keine Sicherung „%1“. Eine vorhandene nennen, für die erste keine.</translation>
    </message>
    <message>
        <source>A fuse bears more than 0 and at most 10,000 A on some phase. Give the amperes printed on it.</source>
        <translation>Eine Sicherung trägt auf mindestens einer Phase mehr als 0 und höchstens 10.000 A. Die aufgedruckten Ampere eintragen.</translation>
    </message>
    <message>
        <source>A base load is 0 to 10,000 A.</source>
        <translation>Eine Grundlast liegt zwischen 0 und 10.000 A.</translation>
    </message>
    <message>
        <source>A site needs a name of 1 to 100 characters.</source>
        <translation>Ein Standort braucht einen Namen mit 1 bis 100 Zeichen.</translation>
    </message>
    <message>
        <source>A site needs at least one fuse: the one that all of it hangs on.</source>
        <translation>Ein Standort braucht mindestens eine Sicherung: die, an der alles hängt.</translation>
    </message>
    <message>
        <source>%1 fuses have no parent. All but one need one: enter the main fuse, or the connection of the house, above them.</source>
        <translation>%1 Sicherungen haben keine davor. Alle bis auf eine brauchen das: Die Hauptsicherung oder den Hausanschluss davor eintragen.</translation>
    </message>
    <message>
        <source>The phases are one to three of L1, L2 and L3, each once: those of the fuse to which the first, second and third phase of the station are wired.</source>
        <translation>Die Phasen sind eine bis drei von L1, L2 und L3, jede einmal: die der Sicherung, an die erste, zweite und dritte Phase der Station angeschlossen sind.</translation>
    </message>
    <message>
        <source>A priority is 1 to 9.</source>
        <translation>Ein Vorrang liegt zwischen 1 und 9.</translation>
    </message>
    <message>
        <source>A car needs at least 6 A to charge, and none needs more than 80 A.</source>
        <translation>Ein Auto braucht zum Laden mindestens 6 A und keines mehr als 80 A.</translation>
    </message>
    <message>
        <source>A station&apos;s maximum is at least the minimum of a car, and at most 1,000 A.</source>
        <translation>Das Höchste einer Station ist mindestens das Minimum eines Autos und höchstens 1.000 A.</translation>
    </message>
    <message>
        <source>A fallback is 0, or at least 6 A and at most the station&apos;s maximum. Between 0 and 6 A no car charges.</source>
        <translation>Ein Notwert ist 0 oder mindestens 6 A und höchstens das Höchste der Station. Zwischen 0 und 6 A lädt kein Auto.</translation>
    </message>
    <message>
        <source>A voltage is 50 to 500 V.</source>
        <translation>Eine Spannung liegt zwischen 50 und 500 V.</translation>
    </message>
    <message>
        <source>Base load and fallbacks are %1 A above what fuse &quot;%2&quot; bears on %3: when this computer is off it would blow. Lower the fallbacks, leave them out to have them chosen, or lower the base load.</source>
        <translation>Grundlast und Notwerte liegen %1 A über dem, was die Sicherung „%2“ auf %3 trägt: Ist dieser Rechner aus, löst sie aus. Die Notwerte senken, sie wählen lassen oder die Grundlast senken.</translation>
    </message>
    <message>
        <source>There is no station &quot;%1&quot; whose meter could be read.</source>
        <translation>Es gibt keine Station „%1“, deren Zähler gelesen werden könnte.</translation>
    </message>
    <message>
        <source>A fuse is above itself. Its parents must lead to the main fuse.</source>
        <translation>Eine Sicherung hängt an sich selbst. Der Weg nach oben muss zur Hauptsicherung führen.</translation>
    </message>
    <message>
        <source>There is no station &quot;%1&quot;. Enter it first.</source>
        <translation>Es gibt keine Station „%1“. Sie erst eintragen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in the list twice.</source>
        <translation>„%1“ steht zweimal in der Liste.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in another site, &quot;%2&quot;. Take it out there first.</source>
        <translation>„%1“ gehört zu einem anderen Standort, „%2“. Dort erst herausnehmen.</translation>
    </message>
    <message>
        <source>There is no fuse &quot;%1&quot; in this site.</source>
        <translation>In diesem Standort gibt es keine Sicherung „%1“.</translation>
    </message>
    <message>
        <source>The station took no limit: %1</source>
        <translation>Die Station hat keine Grenze angenommen: %1</translation>
    </message>
    <message>
        <source>The station has a single stack level (ChargeProfileMaxStackLevel 0): there is no room for a limit that expires above one that stays. It counts with all it can draw.</source>
        <translation>Die Station hat nur eine Ebene (ChargeProfileMaxStackLevel 0): Über einer bleibenden Grenze ist kein Platz für eine, die abläuft. Sie zählt mit allem, was sie ziehen kann.</translation>
    </message>
    <message>
        <source>The request does not wait for a certificate any more: it is %1.</source>
        <translation>Die Anforderung wartet nicht mehr auf ein Zertifikat: Sie ist %1.</translation>
    </message>
    <message>
        <source>The first certificate is not for the key of the station&apos;s request. Have that request signed: a new one has a new key.</source>
        <translation>Das erste Zertifikat gehört nicht zum Schlüssel der Anforderung. Lassen Sie genau diese Anforderung signieren: Eine neue hat einen neuen Schlüssel.</translation>
    </message>
    <message>
        <source>The chain is too long for a station: %1 characters, at most %2 are allowed. Leave out the root.</source>
        <translation>Die Kette ist für eine Station zu lang: %1 Zeichen, höchstens %2 sind erlaubt. Lassen Sie die Wurzel weg.</translation>
    </message>
    <message>
        <source>The command that was to bring it was cancelled.</source>
        <translation>Der Befehl, der es bringen sollte, wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The station never answered: %1</source>
        <translation>Die Station hat nie geantwortet: %1</translation>
    </message>
    <message>
        <source>A person refused it.</source>
        <translation>Ein Mensch hat es abgelehnt.</translation>
    </message>
    <message>
        <source>No EST server is set that could sign.</source>
        <translation>Es ist kein EST-Server eingetragen, der signieren könnte.</translation>
    </message>
    <message>
        <source>The answer holds no certificate.</source>
        <translation>Die Antwort enthält kein Zertifikat.</translation>
    </message>
    <message>
        <source>The certificate in the answer is for another key.</source>
        <translation>Das Zertifikat in der Antwort gehört zu einem anderen Schlüssel.</translation>
    </message>
    <message>
        <source>A person cancelled its %1. Resume it to go on.</source>
        <translation>Jemand hat %1 dazu abgebrochen. Setzen Sie es fort, damit es weitergeht.</translation>
    </message>
    <message>
        <source>Firmware %1 is to be sent. Its signature is valid, its issuer is not known: which manufacturer&apos;s root certificates the station has is not known in full here. Install the manufacturer&apos;s root on it, and the issuer is checked here, too.</source>
        <translation>Firmware %1 ist zu senden. Ihre Signatur ist gültig, ihr Aussteller nicht bekannt: Welche Wurzelzertifikate des Herstellers die Station hat, ist hier nicht vollständig bekannt. Installieren Sie das Wurzelzertifikat des Herstellers auf ihr, dann wird der Aussteller auch hier geprüft.</translation>
    </message>
    <message>
        <source>The signature is valid, but none of the manufacturer&apos;s root certificates of %1 stands behind the signing certificate: the station would refuse it. Install the root certificate that does on the station, or get an image of its manufacturer.</source>
        <translation>Die Signatur ist gültig, aber keines der Hersteller-Wurzelzertifikate von %1 steht hinter dem Zertifikat, mit dem signiert wurde: Die Station würde die Firmware ablehnen. Installieren Sie das passende Wurzelzertifikat auf der Station, oder besorgen Sie sich eine Firmware ihres Herstellers.</translation>
    </message>
    <message>
        <source>The file is on node %1 of this central system, which does not run, has no file server, or has no address in the network. Mend that, or enter the image on node %2 as well, to which %3 is connected, and send that one.</source>
        <translation>Die Datei liegt auf dem Knoten %1 dieser Zentrale. Er läuft nicht, hat keinen Dateiserver oder keine Adresse im Netz. Beheben Sie das, oder fügen Sie die Firmware auch auf dem Knoten %2 hinzu, mit dem %3 verbunden ist, und senden Sie jene.</translation>
    </message>
    <message>
        <source>%1 transfers files by %2 only, and the built-in file server has no certificate for HTTPS. Enter a certificate and its key in the settings, or the address of another server.</source>
        <translation>%1 überträgt Dateien nur mit %2, und der eingebaute Dateiserver hat kein Zertifikat für HTTPS. Tragen Sie in den Einstellungen ein Zertifikat und seinen Schlüssel ein oder die Adresse eines anderen Servers.</translation>
    </message>
    <message>
        <source>The file server does not speak HTTPS with the certificate %1 and the key %2. %3</source>
        <translation>Der Dateiserver spricht mit dem Zertifikat %1 und dem Schlüssel %2 kein HTTPS. %3</translation>
    </message>
    <message>
        <source>The file server does not speak HTTPS: it needs a certificate and its key, and there is no --%1. Give both, or neither.</source>
        <translation>Der Dateiserver spricht kein HTTPS: Er braucht ein Zertifikat und seinen Schlüssel, und --%1 fehlt. Geben Sie beides an oder keines.</translation>
    </message>
    <message>
        <source>The file server does not speak HTTPS: %1 cannot be read (%2). Give another --%3, or let this program&apos;s user read it.</source>
        <translation>Der Dateiserver spricht kein HTTPS: %1 ist nicht lesbar (%2). Geben Sie ein anderes --%3 an, oder erlauben Sie dem Benutzer dieses Programms, es zu lesen.</translation>
    </message>
    <message>
        <source>The file server cannot use port %1: another program has it. Choose another --%2, or 0 to do without it.</source>
        <translation>Der Dateiserver kann den Port %1 nicht nutzen: Ein anderes Programm hat ihn. Wählen Sie ein anderes --%2, oder 0, um darauf zu verzichten.</translation>
    </message>
    <message>
        <source>Certificate %1 in the file was not signed by the one that follows it. The server&apos;s own comes first, then the one that signed it, and so on.</source>
        <translation>Zertifikat %1 in der Datei wurde nicht von dem signiert, das ihm folgt. Zuerst kommt das des Servers selbst, dann das, das es signiert hat, und so weiter.</translation>
    </message>
    <message>
        <source>The certificate is not valid before %1. Check this computer&apos;s clock, or get another certificate.</source>
        <translation>Das Zertifikat gilt erst ab %1. Prüfen Sie die Uhr dieses Computers, oder besorgen Sie ein anderes Zertifikat.</translation>
    </message>
    <message>
        <source>The certificate expired on %1. Get a new one from whoever issued it.</source>
        <translation>Das Zertifikat ist am %1 abgelaufen. Besorgen Sie ein neues vom Aussteller.</translation>
    </message>
    <message>
        <source>The key asks for a passphrase, and nobody is there to type it. Save it without one: openssl pkey -in KEY -out NEW-KEY.</source>
        <translation>Der Schlüssel verlangt eine Passphrase, und niemand ist da, der sie eintippt. Speichern Sie ihn ohne: openssl pkey -in KEY -out NEW-KEY.</translation>
    </message>
    <message>
        <source>The key cannot be read. It has to be PEM, beginning with -----BEGIN PRIVATE KEY-----.</source>
        <translation>Der Schlüssel ist nicht lesbar. Er muss PEM sein und mit -----BEGIN PRIVATE KEY----- beginnen.</translation>
    </message>
    <message>
        <source>The key does not belong to the certificate. Give the one that the certificate was requested with.</source>
        <translation>Der Schlüssel gehört nicht zum Zertifikat. Geben Sie den an, mit dem das Zertifikat beantragt wurde.</translation>
    </message>
    <message>
        <source>OpenSSL does not take them (%1). Get a certificate for an RSA key of 2048 bits or an elliptic-curve key of 256.</source>
        <translation>OpenSSL nimmt sie nicht an (%1). Besorgen Sie ein Zertifikat für einen RSA-Schlüssel mit 2048 Bit oder einen auf einer elliptischen Kurve mit 256.</translation>
    </message>
    <message>
        <source>The station could not fetch the file over HTTPS. Check whether it reaches the file server at the address in its command, and whether it has the root of the authority that signed the server&apos;s certificate. Without a certificate in the settings files go over HTTP.</source>
        <translation>Die Station konnte die Datei nicht über HTTPS holen. Prüfen Sie, ob sie den Dateiserver unter der Adresse in ihrem Befehl erreicht und ob sie die Wurzel der Stelle hat, die das Zertifikat des Servers ausgestellt hat. Ohne Zertifikat in den Einstellungen gehen Dateien über HTTP.</translation>
    </message>
    <message>
        <source>The station could not bring the file over HTTPS. Check whether it reaches the file server, and whether it has the root of the authority that signed the server&apos;s certificate. Without a certificate in the settings files go over HTTP.</source>
        <translation>Die Station konnte die Datei nicht über HTTPS bringen. Prüfen Sie, ob sie den Dateiserver erreicht und ob sie die Wurzel der Stelle hat, die das Zertifikat des Servers ausgestellt hat. Ohne Zertifikat in den Einstellungen gehen Dateien über HTTP.</translation>
    </message>
    <message>
        <source>%1 could not be booked: the database refused it. The program&apos;s own log says why; the message is kept here.</source>
        <translation>%1 konnte nicht gebucht werden: Die Datenbank hat es abgelehnt. Warum, steht im Protokoll des Programms; die Nachricht ist hier aufgehoben.</translation>
    </message>
    <message>
        <source>The file server has no port for HTTP, and %1 does not name HTTPS. Give it a free one in the settings.</source>
        <translation>Der Dateiserver hat keinen Port für HTTP, und %1 nennt HTTPS nicht. Geben Sie ihm in den Einstellungen einen freien.</translation>
    </message>
</context>
<context>
    <name>ui::TagChoice</name>
    <message>
        <source>and more: type the tag or the name</source>
        <translation>und weitere: Karte oder Namen eintippen</translation>
    </message>
    <message>
        <source>%1 is no known tag and nobody&apos;s name. Enter it under Id tags first.</source>
        <translation>%1 ist keine bekannte Karte und niemandes Name. Legen Sie die Karte zuerst unter Ladekarten an.</translation>
    </message>
    <message>
        <source>Several tags belong to %1: choose one of them.</source>
        <translation>Zu %1 gehören mehrere Karten: Wählen Sie eine davon.</translation>
    </message>
</context>
<context>
    <name>ui::TagContracts</name>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>gekündigt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>may charge</source>
        <translation>darf laden</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht benutzt</translation>
    </message>
    <message>
        <source>%1 at %2: %3</source>
        <translation>%1 an %2: %3</translation>
    </message>
    <message>
        <source>%1 is in the list already.</source>
        <translation>%1 steht schon in der Liste.</translation>
    </message>
    <message>
        <source>%1 belongs to %2. Remove it there first.</source>
        <translation>%1 gehört zu %2. Entfernen Sie ihn zuerst dort.</translation>
    </message>
    <message>
        <source>no tag</source>
        <translation>keiner Karte</translation>
    </message>
    <message>
        <source>Contracts for Plug &amp; Charge</source>
        <translation>Verträge für Plug &amp; Charge</translation>
    </message>
    <message>
        <source>None. A car that shows a contract of this tag charges without a card.</source>
        <translation>Keine. Ein Auto, das einen Vertrag dieser Karte vorweist, lädt ohne Karte.</translation>
    </message>
    <message>
        <source>Number of the contract</source>
        <translation>Vertragsnummer</translation>
    </message>
    <message>
        <source>As it stands in the contract; its separators do not count. ISO 15118: eMAID</source>
        <translation>Wie sie im Vertrag steht; Trennzeichen zählen nicht. ISO 15118: eMAID</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the contract</source>
        <translation>Den Vertrag hinzufügen</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Enter the number of the contract, without blanks.</source>
        <translation>Geben Sie die Vertragsnummer ein, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>Somebody has removed %1.</source>
        <translation>Jemand hat %1 entfernt.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ui::TagForm</name>
    <message>
        <source>Close without saving</source>
        <translation>Schließen, ohne zu speichern</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Anna Berg, or Delivery van 3</source>
        <translation>Anna Berg oder Lieferwagen 3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Zugelassen</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Ladekarte</translation>
    </message>
    <message>
        <source>What the card tells the station, at most 20 characters; capital and small letters are the same. OCPP: idTag</source>
        <translation>Was die Karte der Station sagt, höchstens 20 Zeichen; Groß- und Kleinbuchstaben sind gleich. OCPP: idTag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Whose it is, as you call them.</source>
        <translation>Wem sie gehört, wie Sie ihn nennen.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Tags of one group may stop each other&apos;s sessions. OCPP: parentIdTag</source>
        <translation>Karten einer Gruppe dürfen Ladevorgänge füreinander beenden. OCPP: parentIdTag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>A blocked tag may not charge.</source>
        <translation>Eine gesperrte Karte darf nicht laden.</translation>
    </message>
    <message>
        <source>Ends at a certain time</source>
        <translation>Endet zu einer bestimmten Zeit</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>From then on the tag is expired. OCPP: expiryDate</source>
        <translation>Ab dann ist die Karte abgelaufen. OCPP: expiryDate</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>How many cars this tag may charge at the same time.</source>
        <translation>Wie viele Autos mit dieser Karte gleichzeitig laden dürfen.</translation>
    </message>
    <message>
        <source>Only at</source>
        <translation>Nur an</translation>
    </message>
    <message>
        <source>The stations where this tag is valid, with commas between; empty: everywhere.</source>
        <translation>Die Stationen, an denen diese Karte gilt, mit Kommas dazwischen; leer: überall.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Ladekarte hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>This tag is known already.</source>
        <translation>Diese Karte ist schon bekannt.</translation>
    </message>
    <message>
        <source>There is no tag %1 yet.</source>
        <translation>Die Ladekarte %1 gibt es noch nicht.</translation>
    </message>
    <message>
        <source>Make %1 a tag, too</source>
        <translation>%1 auch als Ladekarte anlegen</translation>
    </message>
    <message>
        <source>There is no station %1.</source>
        <translation>Es gibt keine Station %1.</translation>
    </message>
    <message>
        <source>Somebody has just entered this tag.</source>
        <translation>Jemand hat diese Karte gerade eingetragen.</translation>
    </message>
    <message>
        <source>This tag was deleted meanwhile; it is entered anew.</source>
        <translation>Diese Karte wurde inzwischen gelöscht; sie wird neu angelegt.</translation>
    </message>
</context>
<context>
    <name>ui::TagJournal</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Being taken back…</source>
        <translation>Wird rückgängig gemacht…</translation>
    </message>
    <message>
        <source>Being written…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) were changed until then.</source>
        <translation>
            <numerusform>%Ln Karte wurde bis dahin geändert.</numerusform>
            <numerusform>%Ln Karten wurden bis dahin geändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TagRow</name>
    <message>
        <source>OCPP: %1</source>
        <translation>OCPP: %1</translation>
    </message>
    <message>
        <source>parentIdTag: tags of one group may stop each other&apos;s sessions</source>
        <translation>parentIdTag: Karten einer Gruppe dürfen Ladevorgänge füreinander beenden</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>It may charge so many cars at the same time</source>
        <translation>So viele Autos dürfen mit ihr gleichzeitig laden</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>Charges at %1, connector %2: session %3</source>
        <translation>Lädt an %1, Anschluss %2: Ladevorgang %3</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Ladekarte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Charges now</source>
        <translation>Lädt gerade</translation>
    </message>
</context>
<context>
    <name>ui::TagTable</name>
    <message>
        <source>A spreadsheet has rounded this number. Make the column text there, and enter the tag again.</source>
        <translation>Eine Tabellenkalkulation hat diese Zahl gerundet. Machen Sie die Spalte dort zu Text, und tragen Sie die Nummer der Ladekarte neu ein.</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>Gruppe: %1</translation>
    </message>
    <message>
        <source>Status &quot;%1&quot;: write Accepted or Blocked.</source>
        <translation>Zustand „%1“: Schreiben Sie Accepted oder Blocked.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of cars: write 1 to 999, or nothing for no limit.</source>
        <translation>„%1“ ist keine Anzahl von Autos: Schreiben Sie 1 bis 999, oder nichts für keine Grenze.</translation>
    </message>
    <message>
        <source>In line %1 a quotation mark opens that nothing closes.</source>
        <translation>In Zeile %1 öffnet sich ein Anführungszeichen, das nichts schließt.</translation>
    </message>
    <message>
        <source>The first line has to name the columns, at least the one called tag. Possible are: %1.</source>
        <translation>Die erste Zeile muss die Spalten nennen, mindestens die namens tag. Möglich sind: %1.</translation>
    </message>
    <message>
        <source>There is no line below the names of the columns.</source>
        <translation>Unter den Namen der Spalten steht keine Zeile.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date: write 2027-12-31, %2 or 2027-12-31T18:00:00+01:00.</source>
        <translation>„%1“ ist kein Datum: Schreiben Sie 2027-12-31, %2 oder 2027-12-31T18:00:00+01:00.</translation>
    </message>
</context>
<context>
    <name>ui::TextEditor</name>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
</context>
<context>
    <name>ui::TimeEditor</name>
    <message>
        <source>Give a time</source>
        <translation>Eine Zeit angeben</translation>
    </message>
    <message>
        <source>Give %1</source>
        <translation>%1 angeben</translation>
    </message>
</context>
<context>
    <name>ui::TransactionsPage</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write all sessions that pass the filter into a table (CSV)</source>
        <translation>Alle Ladevorgänge, die dem Filter entsprechen, in eine Tabelle (CSV) schreiben</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Ladevorgänge</translation>
    </message>
    <message>
        <source>Search sessions</source>
        <translation>Ladevorgänge durchsuchen</translation>
    </message>
    <message>
        <source>No session passes the filter</source>
        <translation>Kein Ladevorgang entspricht dem Filter</translation>
    </message>
    <message>
        <source>Choose another station, tag, state or time, or search for fewer letters.</source>
        <translation>Wählen Sie eine andere Station oder Karte, einen anderen Zustand oder Zeitraum, oder suchen Sie nach weniger Buchstaben.</translation>
    </message>
    <message>
        <source>No session yet</source>
        <translation>Noch kein Ladevorgang</translation>
    </message>
    <message>
        <source>Each time a car charges, a session stands here: who, where, how long and how much. It begins when somebody holds a card to a station, or when you start one at a station&apos;s Commands.</source>
        <translation>Jedes Mal, wenn ein Auto lädt, steht hier ein Ladevorgang: wer, wo, wie lange und wie viel. Er beginnt, wenn jemand eine Karte an eine Station hält, oder wenn Sie ihn bei den Befehlen einer Station starten.</translation>
    </message>
    <message>
        <source>Go to the stations</source>
        <translation>Zu den Stationen</translation>
    </message>
    <message>
        <source>The sessions cannot be read</source>
        <translation>Die Ladevorgänge lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>ladevorgaenge</translation>
    </message>
    <message>
        <source>%1 without those still open</source>
        <translation>%1 ohne die noch offenen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln Ladevorgang</numerusform>
            <numerusform>%Ln Ladevorgänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) open</source>
        <translation>
            <numerusform>%Ln Ladevorgang offen</numerusform>
            <numerusform>%Ln Ladevorgänge offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>ui::TrayPresence</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Open Stationmaster</source>
        <translation>Stationmaster öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stationmaster</source>
        <translation>Stationmaster</translation>
    </message>
    <message>
        <source>Stationmaster: %1</source>
        <translation>Stationmaster: %1</translation>
    </message>
</context>
<context>
    <name>ui::UpdateForm</name>
    <message>
        <source>Stations</source>
        <translation>Stationen</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Hat</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Update stations</source>
        <translation>Stationen aktualisieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>not before</source>
        <translation>nicht vor</translation>
    </message>
    <message>
        <source>%1: not before a certain time</source>
        <translation>%1: nicht vor einer bestimmten Zeit</translation>
    </message>
    <message>
        <source>How often it is tried again</source>
        <translation>Wie oft neu versucht wird</translation>
    </message>
    <message>
        <source>as the station likes</source>
        <translation>wie die Station will</translation>
    </message>
    <message>
        <source>Minutes between the tries</source>
        <translation>Minuten zwischen den Versuchen</translation>
    </message>
    <message>
        <source>after</source>
        <comment>so many minutes</comment>
        <translation>nach</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>unsigniert</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>alle auf einmal</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Signed updates need a signature and certificate of the image, and stations of the security extension. OCPP: SignedUpdateFirmware, else UpdateFirmware</source>
        <translation>Signierte Aktualisierungen brauchen Signatur und Zertifikat der Firmware und Stationen mit der Sicherheitserweiterung. OCPP: SignedUpdateFirmware, sonst UpdateFirmware</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Geholt</translation>
    </message>
    <message>
        <source>OCPP: retrieveDate</source>
        <translation>OCPP: retrieveDate</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Signed updates only. OCPP: installDate</source>
        <translation>Nur signierte Aktualisierungen. OCPP: installDate</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Neu versucht</translation>
    </message>
    <message>
        <source>If the download breaks off. OCPP: retries, retryInterval</source>
        <translation>Wenn das Holen abbricht. OCPP: retries, retryInterval</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>So many stations in each wave. The next wave begins when one is done; the first failure stops it.</source>
        <translation>So viele Stationen in jeder Welle. Die nächste beginnt, wenn eine fertig ist; der erste Fehler hält an.</translation>
    </message>
    <message>
        <source>It has this version already.</source>
        <translation>Sie hat diese Version schon.</translation>
    </message>
    <message numerus="yes">
        <source>Update %n station(s)</source>
        <translation>
            <numerusform>%n Station aktualisieren</numerusform>
            <numerusform>%n Stationen aktualisieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n wave(s); the first failure stops the rest.</source>
        <translation>
            <numerusform>In %n Welle; der erste Fehler hält den Rest an.</numerusform>
            <numerusform>In %n Wellen; der erste Fehler hält den Rest an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Charging goes on until a station restarts to install.</source>
        <translation>Geladen wird weiter, bis eine Station zum Installieren neu startet.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
</context>
<context>
    <name>ui::ValueCheck</name>
    <message>
        <source>This is a whole number.</source>
        <translation>Das ist eine ganze Zahl.</translation>
    </message>
    <message>
        <source>Allowed: %1.</source>
        <translation>Erlaubt: %1.</translation>
    </message>
    <message>
        <source>There is a comma too many.</source>
        <translation>Da ist ein Komma zu viel.</translation>
    </message>
    <message>
        <source>Something stands here twice.</source>
        <translation>Etwas steht hier doppelt.</translation>
    </message>
    <message numerus="yes">
        <source>This station takes at most %n item(s).</source>
        <translation>
            <numerusform>Diese Station nimmt höchstens %n Eintrag.</numerusform>
            <numerusform>Diese Station nimmt höchstens %n Einträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>32 to 40 hexadecimal digits, an even number of them.</source>
        <translation>32 bis 40 hexadezimale Ziffern, eine gerade Anzahl.</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>This is yes or no.</source>
        <translation>Das ist ja oder nein.</translation>
    </message>
</context>
<context>
    <name>ui::ValueEditor</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add an item to the list</source>
        <translation>Eintrag zur Liste hinzufügen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Wanted value</source>
        <translation>Gewünschter Wert</translation>
    </message>
</context>
<context>
    <name>ui::ValueFile</name>
    <message>
        <source>There is no configuration in this file. A CSV file needs the columns &quot;key&quot; and &quot;value&quot;; a JSON file a list &quot;configuration&quot; of such entries.</source>
        <translation>In dieser Datei ist keine Konfiguration. Eine CSV-Datei braucht die Spalten „key“ und „value“, eine JSON-Datei eine Liste „configuration“ solcher Einträge.</translation>
    </message>
    <message>
        <source>In line %1 a quotation mark opens that nothing closes.</source>
        <translation>In Zeile %1 öffnet sich ein Anführungszeichen, das nichts schließt.</translation>
    </message>
</context>
<context>
    <name>ui::Wakefulness</name>
    <message>
        <source>Stays awake: %1</source>
        <comment>how many cars charge</comment>
        <translation>Bleibt wach: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n car(s) charging</source>
        <translation>
            <numerusform>%n Auto lädt</numerusform>
            <numerusform>%n Autos laden</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer may go to sleep although cars charge: the system does not let Stationmaster keep it awake. Switch off automatic suspend in the power settings, or the stations are offline meanwhile.</source>
        <translation>Dieser Computer kann in den Ruhezustand gehen, obwohl Autos laden: Das System lässt nicht zu, dass Stationmaster ihn wach hält. Schalten Sie den automatischen Ruhezustand in den Energieeinstellungen aus, sonst sind die Stationen so lange offline.</translation>
    </message>
    <message>
        <source>Going to sleep with %1</source>
        <translation>Ruhezustand, und %1</translation>
    </message>
    <message>
        <source>The stations go on charging, but offline: cards may be refused, and sessions arrive here when the computer is awake again.</source>
        <translation>Die Stationen laden weiter, aber offline: Ladekarten werden vielleicht abgewiesen, und Ladevorgänge kommen erst hier an, wenn der Computer wieder wach ist.</translation>
    </message>
    <message>
        <source>This computer slept from %1 to %2 while cars charged. The stations were offline; what happened meanwhile arrives as they come back.</source>
        <translation>Dieser Computer war von %1 bis %2 im Ruhezustand, während Autos luden. Die Stationen waren offline; was inzwischen geschah, kommt an, sobald sie zurück sind.</translation>
    </message>
</context>
<context>
    <name>ui::WeekCanvas</name>
    <message>
        <source>Double-click shows a day alone, or the week again</source>
        <translation>Doppelklick zeigt einen Tag allein oder wieder die Woche</translation>
    </message>
    <message>
        <source>Clocks change: this day has %1 h</source>
        <translation>Die Uhren werden umgestellt: Dieser Tag hat %1 h</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Set the limit…</source>
        <translation>Grenze setzen…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Split here</source>
        <translation>Hier teilen</translation>
    </message>
    <message>
        <source>Merge with the step before</source>
        <translation>Mit dem Abschnitt davor verbinden</translation>
    </message>
    <message>
        <source>Say nothing here</source>
        <translation>Hier nichts sagen</translation>
    </message>
    <message>
        <source>Begin earlier</source>
        <translation>Früher beginnen</translation>
    </message>
    <message>
        <source>Begin later</source>
        <translation>Später beginnen</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>Früher enden</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>Später enden</translation>
    </message>
    <message>
        <source>Copy the day</source>
        <translation>Tag kopieren</translation>
    </message>
    <message>
        <source>Paste the day</source>
        <translation>Tag einfügen</translation>
    </message>
    <message>
        <source>Copy the day to all days</source>
        <translation>Tag auf alle Tage kopieren</translation>
    </message>
    <message>
        <source>This profile cannot be drawn in this week. Draw a new one above it.</source>
        <translation>Dieses Profil lässt sich in dieser Woche nicht zeichnen. Zeichnen Sie ein neues darüber.</translation>
    </message>
    <message>
        <source>Split a step</source>
        <translation>Abschnitt teilen</translation>
    </message>
    <message>
        <source>Merge steps</source>
        <translation>Abschnitte verbinden</translation>
    </message>
    <message>
        <source>Clear a step</source>
        <translation>Abschnitt leeren</translation>
    </message>
    <message>
        <source>Change a limit</source>
        <translation>Grenze ändern</translation>
    </message>
    <message>
        <source>Move an edge</source>
        <translation>Rand verschieben</translation>
    </message>
    <message>
        <source>Paste a day</source>
        <translation>Tag einfügen</translation>
    </message>
    <message>
        <source>Set a limit</source>
        <translation>Grenze setzen</translation>
    </message>
    <message>
        <source>Draw a step</source>
        <translation>Abschnitt zeichnen</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>length of a day</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Drag here: the length is the time, the height the limit</source>
        <translation>Hier ziehen: Die Länge ist die Zeit, die Höhe die Grenze</translation>
    </message>
    <message>
        <source>Copy the day to Monday till Friday</source>
        <translation>Tag auf Montag bis Freitag kopieren</translation>
    </message>
    <message>
        <source>Copy a day to others</source>
        <translation>Tag auf andere kopieren</translation>
    </message>
    <message>
        <source>A car comes</source>
        <translation>Ein Auto kommt</translation>
    </message>
    <message>
        <source>What if a car came here? Again: all week</source>
        <translation>Was wäre, wenn hier ein Auto käme? Nochmals: die ganze Woche</translation>
    </message>
    <message>
        <source>This day alone, or the week again</source>
        <translation>Diesen Tag allein oder wieder die Woche</translation>
    </message>
    <message>
        <source>Zoom out to the whole day</source>
        <translation>Auf den ganzen Tag verkleinern</translation>
    </message>
</context>
<context>
    <name>ui::format</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>%1 (UTC)</source>
        <translation>%1 (UTC)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
</context>
<context>
    <name>ui::modal</name>
    <message>
        <source>About Stationmaster</source>
        <translation>Über Stationmaster</translation>
    </message>
    <message>
        <source>Stationmaster %1</source>
        <translation>Stationmaster %1</translation>
    </message>
    <message>
        <source>An OCPP 1.6-J central system for the desktop.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Eine OCPP-1.6-J-Zentrale für den Arbeitsplatz.

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>ui::pages</name>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stationen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Id tags</source>
        <translation>Ladekarten</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Ladevorgänge</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Local lists</source>
        <translation>Lokale Listen</translation>
    </message>
    <message>
        <source>Reservations</source>
        <translation>Reservierungen</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Firmware and files</source>
        <translation>Firmware und Dateien</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Zeitpläne</translation>
    </message>
    <message>
        <source>Load balancing</source>
        <translation>Lastverteilung</translation>
    </message>
</context>
</TS>
