<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
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
        <source>A password has 16 to 20 characters; the specification says so. Leave it empty for none.</source>
        <translation>Ein Passwort hat 16 bis 20 Zeichen, so verlangt es die Spezifikation. Leer lassen für keines.</translation>
    </message>
    <message>
        <source>There is a station of this name already.</source>
        <translation>Eine Station dieses Namens gibt es schon.</translation>
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
        <translation>Wird nach %1 gesichert. Das Laden geht unterdessen weiter.</translation>
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
        <translation>Dieser Wert ist nicht von der richtigen Art.</translation>
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
        <translation>Ein laufender Ladevorgang geht bis zu seinem Ende weiter; die Änderung wartet darauf.</translation>
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
        <translation>Das Schloss ging nicht auf</translation>
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
        <translation>Keine Abweichung von der Spezifikation ist aufgefallen.</translation>
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
    <name>ui::KnockPanel</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the acceptance</source>
        <translation>Die Annahme rückgängig machen</translation>
    </message>
    <message>
        <source>%1 is registered and may connect.</source>
        <translation>%1 ist registriert und darf sich verbinden.</translation>
    </message>
    <message>
        <source>%1 knocks and was not let in.</source>
        <translation>%1 klopft an und wurde nicht eingelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) knock and were not let in.</source>
        <translation>
            <numerusform>Eine Station klopft an und wurde nicht eingelassen.</numerusform>
            <numerusform>%n Stationen klopfen an und wurden nicht eingelassen.</numerusform>
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
        <source>Hide who knocks</source>
        <translation>Anklopfende ausblenden</translation>
    </message>
    <message>
        <source>Show who knocks</source>
        <translation>Anklopfende zeigen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und eine weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <translation>
            <numerusform>%1, einmal</numerusform>
            <numerusform>%1, %n-mal</numerusform>
        </translation>
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
        <translation>Registriert die Station; sie verbindet sich von selbst, wenn sie es wieder versucht.</translation>
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
        <translation>Sie gab kein Passwort an, muss es aber</translation>
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
        <translation>Was sie sagt</translation>
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
        <translation>Eine andere Station oder Nachricht wählen oder nach weniger Buchstaben suchen.</translation>
    </message>
    <message>
        <source>What stations and Stationmaster say to each other stands here, as it happens.</source>
        <translation>Was Stationen und Stationmaster einander sagen, steht hier, während es geschieht.</translation>
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
        <translation>Pause durch das Auto</translation>
    </message>
    <message>
        <source>Paused by station</source>
        <translation>Pause durch die Station</translation>
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
        <translation>Leistung jetzt</translation>
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
        <translation>Zuletzt gehört %1.</translation>
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
            <numerusform>eine lädt</numerusform>
            <numerusform>%n laden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>eine wartet auf Sie</numerusform>
            <numerusform>%n warten auf Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n knock(s)</source>
        <translation>
            <numerusform>eine klopft an</numerusform>
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
</context>
</TS>
