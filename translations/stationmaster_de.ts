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
        <translation>nur falls die Ladestation ihn nicht selbst anhängt</translation>
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
        <source>Session %1 is closed with %2.</source>
        <translation>Ladevorgang %1 ist mit %2 geschlossen.</translation>
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
    <name>ui::ChoiceEditor</name>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
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
</context>
<context>
    <name>ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
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
    <name>ui::EmptyState</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
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
        <source>Copy the address to type into a charger</source>
        <translation>Die Adresse zum Eintippen in eine Ladestation kopieren</translation>
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
    <name>ui::IntegerEditor</name>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
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
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
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
        <source>No message passes the filter</source>
        <translation>Keine Nachricht passt zum Filter</translation>
    </message>
    <message>
        <source>No message yet</source>
        <translation>Noch keine Nachricht</translation>
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
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>answered after %1 ms</source>
        <translation>nach %1 ms beantwortet</translation>
    </message>
    <message>
        <source>after %1 ms</source>
        <translation>nach %1 ms</translation>
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
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
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
</context>
<context>
    <name>ui::StationPassword</name>
    <message>
        <source>A password has 16 to 20 characters; the specification says so.</source>
        <translation>Ein Passwort hat 16 bis 20 Zeichen; so sagt es die Spezifikation.</translation>
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
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ui::StatusStrip</name>
    <message>
        <source>Copy the address to type into a charger</source>
        <translation>Die Adresse zum Eingeben in eine Ladestation kopieren</translation>
    </message>
    <message>
        <source>The database of this program.</source>
        <translation>Die Datenbank dieses Programms.</translation>
    </message>
    <message>
        <source>The database of an engine that runs elsewhere; this window has joined it.</source>
        <translation>Die Datenbank eines Dienstes, der anderswo läuft; dieses Fenster hat sich ihm angeschlossen.</translation>
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
        <source>%1  %2 %3</source>
        <comment>time, message, direction</comment>
        <translation>%1  %2 %3</translation>
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
    <message>
        <source>Stationmaster cannot start</source>
        <translation>Stationmaster kann nicht starten</translation>
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
</context>
</TS>
