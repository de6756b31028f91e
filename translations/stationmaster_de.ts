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
        <translation>Ab diesem Zeitpunkt vergisst die Station die Kennung.</translation>
    </message>
    <message>
        <source>Full replaces the list, Differential changes the tags given.</source>
        <translation>Full ersetzt die Liste, Differential ändert nur die angegebenen Kennungen.</translation>
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
        <translation>Die Gruppe der Kennung: Jede Kennung der Gruppe darf die Reservierung nutzen.</translation>
    </message>
    <message>
        <source>The group: tags with the same parent may stop each other.</source>
        <translation>Die Gruppe: Kennungen derselben Gruppe dürfen Ladevorgänge füreinander beenden.</translation>
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
        <translation>Die Kennung, für die der Anschluss freigehalten wird.</translation>
    </message>
    <message>
        <source>The tag in whose name the station charges.</source>
        <translation>Die Kennung, in deren Namen die Station lädt.</translation>
    </message>
    <message>
        <source>The tag that this entry is about.</source>
        <translation>Die Kennung, um die es in diesem Eintrag geht.</translation>
    </message>
    <message>
        <source>The tags; none with a Full update empties the list.</source>
        <translation>Die Kennungen; keine bei Full leert die Liste.</translation>
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
        <translation>Was die Station über die Kennung wissen soll; ohne Angabe wird die Kennung gelöscht.</translation>
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
        <translation>Ob mit dieser Kennung geladen werden darf.</translation>
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
        <source>no energy</source>
        <translation>keine Energie</translation>
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
</context>
<context>
    <name>ui::AttentionList</name>
    <message>
        <source>Nothing needs you. Faults, missing stations, sessions without an end and unknown tags appear here.</source>
        <translation>Nichts braucht Sie. Störungen, fehlende Stationen, Ladevorgänge ohne Ende und unbekannte Ladekarten erscheinen hier.</translation>
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
        <translation>%1 noch einmal versuchen</translation>
    </message>
    <message numerus="yes">
        <source>Try %n again</source>
        <translation>
            <numerusform>%n noch einmal versuchen</numerusform>
            <numerusform>%n noch einmal versuchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n waiting</source>
        <translation>
            <numerusform>%n wartenden abbrechen</numerusform>
            <numerusform>%n wartende abbrechen</numerusform>
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
        <source>offline · %1</source>
        <translation>offline · %1</translation>
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
        <translation>Die Station lädt im Namen einer Kennung, sobald ein Auto angesteckt ist.</translation>
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
        <translation>Kennungsspeicher leeren</translation>
    </message>
    <message>
        <source>The station forgets which tags it has seen and asks here again.</source>
        <translation>Die Station vergisst, welche Kennungen sie gesehen hat, und fragt wieder hier nach.</translation>
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
        <translation>Angefordert um %1</translation>
    </message>
    <message>
        <source>Sent at %1</source>
        <translation>Gesendet um %1</translation>
    </message>
    <message>
        <source>Answered at %1</source>
        <translation>Beantwortet um %1</translation>
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
        <source>%n wait(s)</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
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
        <translation>Die Konfiguration kann nicht gelesen werden</translation>
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
        <translation>%1 kann nicht geschrieben werden: %2</translation>
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
        <translation>%1 kann nicht gelesen werden: %2</translation>
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
        <translation>noch keine Station ist angelegt</translation>
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
    <message numerus="yes">
        <source>%n line(s) exported to %1 (%2).</source>
        <translation>
            <numerusform>%n Zeile nach %1 exportiert (%2).</numerusform>
            <numerusform>%n Zeilen nach %1 exportiert (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written.</source>
        <translation>Der Export wurde abgebrochen. Es wurde nichts geschrieben.</translation>
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
    <name>ui::EmptyState</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
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
        <translation>Kennung</translation>
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
        <translation>Kleinste sinnvolle Leistung</translation>
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
        <translation>Startet …</translation>
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
        <translation>Kennung %1</translation>
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
        <translation>Nur Buchstaben von A bis Z, Ziffern und Zeichen: Andere kennt OCPP in einer Kennung nicht.</translation>
    </message>
    <message>
        <source>The tag is missing: what the card tells the station.</source>
        <translation>Die Kennung fehlt: das, was die Karte der Station sagt.</translation>
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
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Read tags from a table (CSV)</source>
        <translation>Ladekarten aus einer Tabelle (CSV) lesen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
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
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n Ladekarte</numerusform>
            <numerusform>%n Ladekarten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n charging</source>
        <translation>
            <numerusform>%n lädt</numerusform>
            <numerusform>%n laden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocked or expired</source>
        <translation>
            <numerusform>%n gesperrt oder abgelaufen</numerusform>
            <numerusform>%n gesperrt oder abgelaufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown card(s) shown</source>
        <translation>
            <numerusform>%n unbekannt</numerusform>
            <numerusform>%n unbekannt</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n tag(s) still name it as their group.</source>
        <translation>
            <numerusform>%n Ladekarte nennt sie noch als ihre Gruppe.</numerusform>
            <numerusform>%n Ladekarten nennen sie noch als ihre Gruppe.</numerusform>
        </translation>
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
        <translation>Kennung</translation>
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
        <translation>Diese Zeilen sichern …</translation>
    </message>
    <message>
        <source>Save the lines that are left out</source>
        <translation>Die ausgelassenen Zeilen sichern</translation>
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
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unverändert</numerusform>
            <numerusform>%n unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n übergangen</numerusform>
            <numerusform>%n übergangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out because of a mistake</source>
        <translation>
            <numerusform>%n Zeile wegen eines Fehlers ausgelassen</numerusform>
            <numerusform>%n Zeilen wegen Fehlern ausgelassen</numerusform>
        </translation>
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
        <source>Make %n group(s) that do not exist</source>
        <translation>
            <numerusform>%n fehlende Gruppe anlegen</numerusform>
            <numerusform>%n fehlende Gruppen anlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n tag(s)</source>
        <translation>
            <numerusform>%n Ladekarte importieren</numerusform>
            <numerusform>%n Ladekarten importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) imported from %1.</source>
        <translation>
            <numerusform>%n Ladekarte aus %1 importiert.</numerusform>
            <numerusform>%n Ladekarten aus %1 importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were left out.</source>
        <translation>
            <numerusform>%n Zeile wurde ausgelassen.</numerusform>
            <numerusform>%n Zeilen wurden ausgelassen.</numerusform>
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
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Sicherung wiederherstellen …</translation>
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
        <translation>Nur Abweichungen</translation>
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
        <translation>Abweichung</translation>
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
    <message numerus="yes">
        <source>%n message(s) shown</source>
        <translation>
            <numerusform>Eine Nachricht gezeigt</numerusform>
            <numerusform>%n Nachrichten gezeigt</numerusform>
        </translation>
    </message>
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
            <numerusform>%n Sache braucht Sie</numerusform>
            <numerusform>%n Sachen brauchen Sie</numerusform>
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
        <source>A folder (ftp, ftps, http or https) that stations use instead of this program. Empty: this program.</source>
        <translation>Ein Ordner (ftp, ftps, http oder https), den Ladestationen statt dieses Programms benutzen. Leer: dieses Programm.</translation>
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
    <name>ui::SitePulse</name>
    <message>
        <source>No stations yet</source>
        <translation>Noch keine Stationen</translation>
    </message>
    <message>
        <source>%1 of %2 online</source>
        <translation>%1 von %2 online</translation>
    </message>
    <message>
        <source>%1 charging</source>
        <translation>%1 laden</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n Störung</numerusform>
            <numerusform>%n Störungen</numerusform>
        </translation>
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
        <translation>Nur Abweichungen</translation>
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
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>Abweichungen (%1)</translation>
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
        <translation>Einstellungen</translation>
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
</context>
<context>
    <name>ui::StationPassword</name>
    <message>
        <source>A password has 16 to 20 characters; the specification says so.</source>
        <translation>Ein Passwort hat 16 bis 20 Zeichen; so sagt es die Spezifikation.</translation>
    </message>
</context>
<context>
    <name>ui::StationRemoval</name>
    <message>
        <source>%1 is removed, with its settings, messages and findings. Its sessions stay.</source>
        <translation>%1 ist entfernt, mit Einstellungen, Nachrichten und Abweichungen. Die Ladevorgänge bleiben.</translation>
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
        <translation>Abweichungen</translation>
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
    <name>ui::StationSettings</name>
    <message>
        <source>Remove this station</source>
        <translation>Diese Station entfernen</translation>
    </message>
    <message>
        <source>With its settings, messages and findings; sessions stay. It can be undone for some seconds.</source>
        <translation>Mit Einstellungen, Nachrichten und Abweichungen; Ladevorgänge bleiben. Einige Sekunden lang lässt es sich rückgängig machen.</translation>
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
        <translation>keins</translation>
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
        <source>Ctrl or Shift picks several, for one command to all of them.</source>
        <translation>Strg oder Umschalt wählt mehrere aus, für einen Befehl an alle.</translation>
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
    <name>ui::TagForm</name>
    <message>
        <source>Close without saving</source>
        <translation>Schließen ohne zu speichern</translation>
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
        <translation>Kennung</translation>
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
        <translation>Wird rückgängig gemacht …</translation>
    </message>
    <message>
        <source>Being written…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) were changed until then.</source>
        <translation>
            <numerusform>%n Karte wurde bis dahin geändert.</numerusform>
            <numerusform>%n Karten wurden bis dahin geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
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
        <translation>Kennung</translation>
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
        <translation>Eine Tabellenkalkulation hat diese Zahl gerundet. Machen Sie die Spalte dort zu Text, und tragen Sie die Kennung neu ein.</translation>
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
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Ladevorgang</numerusform>
            <numerusform>%n Ladevorgänge</numerusform>
        </translation>
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
        <source>Take back the choices</source>
        <translation>Auswahl zurücknehmen</translation>
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
        <source>%n session(s) open</source>
        <translation>
            <numerusform>%n Ladevorgang offen</numerusform>
            <numerusform>%n Ladevorgänge offen</numerusform>
        </translation>
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
</context>
</TS>
