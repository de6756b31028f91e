<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ui::Alert</name>
    <message numerus="yes">
        <source>%n station(s) are offline</source>
        <translation>
            <numerusform>%n station is offline</numerusform>
            <numerusform>%n stations are offline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n fault</numerusform>
            <numerusform>%n faults</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ApplyView</name>
    <message numerus="yes">
        <source>Send %n command(s)</source>
        <translation>
            <numerusform>Send %n command</numerusform>
            <numerusform>Send %n commands</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n installed. Stations keep them, also after a restart.</source>
        <translation>
            <numerusform>%1 of %n installed. Stations keep them, also after a restart.</numerusform>
            <numerusform>%1 of %n installed. Stations keep them, also after a restart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not fit and is left out: the tooltip says why.</source>
        <translation>
            <numerusform>%n does not fit and is left out: the tooltip says why.</numerusform>
            <numerusform>%n do not fit and are left out: the tooltip says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Attention</name>
    <message numerus="yes">
        <source>%n station(s) knock and were not let in</source>
        <translation>
            <numerusform>%n station knocks and was not let in</numerusform>
            <numerusform>%n stations knock and were not let in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 must restart for %n setting(s)</source>
        <translation>
            <numerusform>%1 must restart for %n setting</numerusform>
            <numerusform>%1 must restart for %n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %n simulated station(s) stand(s) still. Start it to look around, or remove it with its cards; its sessions stay in the books.</source>
        <translation>
            <numerusform>Its %n simulated station stands still. Start it to look around, or remove it with its cards; its sessions stay in the books.</numerusform>
            <numerusform>Its %n simulated stations stand still. Start it to look around, or remove it with its cards; its sessions stay in the books.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %n simulated station(s) stand(s) still. Start the central system with --demo to have it run, or remove it with its cards; its sessions stay in the books.</source>
        <translation>
            <numerusform>Its %n simulated station stands still. Start the central system with --demo to have it run, or remove it with its cards; its sessions stay in the books.</numerusform>
            <numerusform>Its %n simulated stations stand still. Start the central system with --demo to have it run, or remove it with its cards; its sessions stay in the books.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s). %1</source>
        <translation>
            <numerusform>%n time. %1</numerusform>
            <numerusform>%n times. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AttentionList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BatchView</name>
    <message numerus="yes">
        <source>%1 of %n done</source>
        <comment>stations</comment>
        <translation>
            <numerusform>%1 of %n done</numerusform>
            <numerusform>%1 of %n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try %n again</source>
        <translation>
            <numerusform>Try %n again</numerusform>
            <numerusform>Try %n again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n queued</source>
        <translation>
            <numerusform>Cancel %n queued</numerusform>
            <numerusform>Cancel %n queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CarryView</name>
    <message numerus="yes">
        <source>%n being changed</source>
        <translation>
            <numerusform>%n being changed</numerusform>
            <numerusform>%n being changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) until it is back</source>
        <translation>
            <numerusform>%n waits until it is back</numerusform>
            <numerusform>%n wait until it is back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in effect</source>
        <translation>
            <numerusform>%n in effect</numerusform>
            <numerusform>%n in effect</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a restart</source>
        <translation>
            <numerusform>%n needs a restart</numerusform>
            <numerusform>%n need a restart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n station(s)</source>
        <translation>
            <numerusform>%n station</numerusform>
            <numerusform>%n stations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n station(s) done</source>
        <translation>
            <numerusform>%1 of %n station done</numerusform>
            <numerusform>%1 of %n stations done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refuse(s) something</source>
        <translation>
            <numerusform>%n refuses something</numerusform>
            <numerusform>%n refuse something</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CommandRow</name>
    <message numerus="yes">
        <source>%1: %n stations</source>
        <comment>button of a command</comment>
        <translation>
            <numerusform>%1: %n stations</numerusform>
            <numerusform>%1: %n stations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CommandStory</name>
    <message numerus="yes">
        <source>Read %n key(s)</source>
        <translation>
            <numerusform>Read %n key</numerusform>
            <numerusform>Read %n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CompareView</name>
    <message numerus="yes">
        <source>%n key(s) differ. Pick what is to become here as it is there.</source>
        <translation>
            <numerusform>%n key differs. Pick what is to become here as it is there.</numerusform>
            <numerusform>%n keys differ. Pick what is to become here as it is there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n value(s) from %1</source>
        <translation>
            <numerusform>Take over %n value from %1</numerusform>
            <numerusform>Take over %n values from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConfigurationList</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) become(s) valid with the next restart.</source>
        <translation>
            <numerusform>%n setting becomes valid with the next restart.</numerusform>
            <numerusform>%n settings become valid with the next restart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConfigurationView</name>
    <message numerus="yes">
        <source>%n value(s) taken over; the station is being told.</source>
        <translation>
            <numerusform>%n value taken over; the station is being told.</numerusform>
            <numerusform>%n values taken over; the station is being told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConnectPage</name>
    <message numerus="yes">
        <source>%n knock(s) and was not let in</source>
        <translation>
            <numerusform>%n knocks and was not let in</numerusform>
            <numerusform>%n knock and were not let in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CsvExport</name>
    <message numerus="yes">
        <source>%Ln line(s) exported to %1 (%2).</source>
        <translation>
            <numerusform>%Ln line exported to %1 (%2).</numerusform>
            <numerusform>%Ln lines exported to %1 (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DecodedTree</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>one item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FieldWords</name>
    <message numerus="yes">
        <source>at most %n character(s)</source>
        <translation>
            <numerusform>at most one character</numerusform>
            <numerusform>at most %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindingsView</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FirmwareDeeds</name>
    <message numerus="yes">
        <source>%n station(s) are to be updated, wave by wave; the first failure stops it.</source>
        <translation>
            <numerusform>%n station is to be updated.</numerusform>
            <numerusform>%n stations are to be updated, wave by wave; the first failure stops it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FirmwareSource</name>
    <message numerus="yes">
        <source>%n firmware image(s)</source>
        <translation>
            <numerusform>%n firmware image</numerusform>
            <numerusform>%n firmware images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s) under way</source>
        <translation>
            <numerusform>%n update under way</numerusform>
            <numerusform>%n updates under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n roll-out(s)</source>
        <translation>
            <numerusform>%n roll-out</numerusform>
            <numerusform>%n roll-outs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) received</source>
        <translation>
            <numerusform>%n file received</numerusform>
            <numerusform>%n files received</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FirstSteps</name>
    <message numerus="yes">
        <source>%n station(s) knock(s): let it in.</source>
        <translation>
            <numerusform>%n station knocks: let it in.</numerusform>
            <numerusform>%n stations knock: let them in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::IdTagsPage</name>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln charging</source>
        <translation>
            <numerusform>%Ln charging</numerusform>
            <numerusform>%Ln charging</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blocked or expired</source>
        <translation>
            <numerusform>%Ln blocked or expired</numerusform>
            <numerusform>%Ln blocked or expired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown card(s) shown</source>
        <translation>
            <numerusform>%Ln unknown card shown</numerusform>
            <numerusform>%Ln unknown cards shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) still name it as their group.</source>
        <translation>
            <numerusform>%Ln tag still names it as its group.</numerusform>
            <numerusform>%Ln tags still name it as their group.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportView</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln updated</numerusform>
            <numerusform>%Ln updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) left out because of a mistake</source>
        <translation>
            <numerusform>%Ln line left out because of a mistake</numerusform>
            <numerusform>%Ln lines left out because of a mistake</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln group(s) that do not exist</source>
        <translation>
            <numerusform>Make %Ln group that does not exist</numerusform>
            <numerusform>Make %Ln groups that do not exist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln tag(s)</source>
        <translation>
            <numerusform>Import %Ln tag</numerusform>
            <numerusform>Import %Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) imported from %1.</source>
        <translation>
            <numerusform>%Ln tag imported from %1.</numerusform>
            <numerusform>%Ln tags imported from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) were left out.</source>
        <translation>
            <numerusform>%Ln line was left out.</numerusform>
            <numerusform>%Ln lines were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JobPanel</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::KnockEntry</name>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <translation>
            <numerusform>%1, %n time</numerusform>
            <numerusform>%1, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::KnockNotice</name>
    <message numerus="yes">
        <source>%n station(s) knock and were not let in.</source>
        <translation>
            <numerusform>%n station knocks and was not let in.</numerusform>
            <numerusform>%n stations knock and were not let in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LocalListsPage</name>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n list</numerusform>
            <numerusform>%n lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given up</source>
        <translation>
            <numerusform>%n given up</numerusform>
            <numerusform>%n given up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n station(s) in step</source>
        <translation>
            <numerusform>%1 of %n station in step</numerusform>
            <numerusform>%1 of %n stations in step</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ManyPanel</name>
    <message numerus="yes">
        <source>%n station(s)</source>
        <translation>
            <numerusform>%n station</numerusform>
            <numerusform>%n stations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n charging</source>
        <translation>
            <numerusform>%n charging</numerusform>
            <numerusform>%n charging</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At %n of them: %1</source>
        <translation>
            <numerusform>At %n of them: %1</numerusform>
            <numerusform>At %n of them: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MessagesPage</name>
    <message numerus="yes">
        <source>%Ln message(s) shown</source>
        <translation>
            <numerusform>One message shown</numerusform>
            <numerusform>%Ln messages shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MomentWords</name>
    <message numerus="yes">
        <source>on %n phase(s)</source>
        <translation>
            <numerusform>on %n phase</numerusform>
            <numerusform>on %n phases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NamedRow</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OverviewPage</name>
    <message numerus="yes">
        <source>%n charging</source>
        <translation>
            <numerusform>%n charging</numerusform>
            <numerusform>%n charging</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) need(s) you</source>
        <translation>
            <numerusform>%n matter needs you</numerusform>
            <numerusform>%n matters need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n connector(s)</source>
        <translation>
            <numerusform>of %n connector</numerusform>
            <numerusform>of %n connectors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProfileDeeds</name>
    <message numerus="yes">
        <source>%1 was saved. %n station(s) get it.</source>
        <translation>
            <numerusform>%1 was saved. %n station gets it.</numerusform>
            <numerusform>%1 was saved. %n stations get it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All profiles of %1, %2 are cleared: %n known here.</source>
        <translation>
            <numerusform>All profiles of %1, %2 are cleared: %n known here.</numerusform>
            <numerusform>All profiles of %1, %2 are cleared: %n known here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) are on their way.</source>
        <translation>
            <numerusform>%n profile is on its way.</numerusform>
            <numerusform>%n profiles are on their way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not fit.</source>
        <translation>
            <numerusform>%n did not fit.</numerusform>
            <numerusform>%n did not fit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProfileForm</name>
    <message numerus="yes">
        <source>Wanted at %n place(s): what you save goes there, too.</source>
        <translation>
            <numerusform>Wanted at %n place: what you save goes there, too.</numerusform>
            <numerusform>Wanted at %n places: what you save goes there, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProfileWords</name>
    <message numerus="yes">
        <source>on %n phase(s)</source>
        <translation>
            <numerusform>on %n phase</numerusform>
            <numerusform>on %n phases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProfilesPage</name>
    <message numerus="yes">
        <source>%n profile(s)</source>
        <translation>
            <numerusform>%n profile</numerusform>
            <numerusform>%n profiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>installed at %1 of %n place(s)</source>
        <translation>
            <numerusform>installed at %1 of %n place</numerusform>
            <numerusform>installed at %1 of %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReservationsPage</name>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RolloutRow</name>
    <message numerus="yes">
        <source>%1 of %n station(s)</source>
        <translation>
            <numerusform>%1 of %n station</numerusform>
            <numerusform>%1 of %n stations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SchedulesPage</name>
    <message numerus="yes">
        <source>%1, %2: %n profile(s) there</source>
        <translation>
            <numerusform>%1, %2: %n profile there</numerusform>
            <numerusform>%1, %2: %n profiles there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawn here, not sent</source>
        <translation>
            <numerusform>%n drawn here, not sent</numerusform>
            <numerusform>%n drawn here, not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) from %1</source>
        <translation>
            <numerusform>%n profile from %1</numerusform>
            <numerusform>%n profiles from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SecurityView</name>
    <message numerus="yes">
        <source>%n alarm(s) that nobody has seen.</source>
        <translation>
            <numerusform>%n alarm that nobody has seen.</numerusform>
            <numerusform>%n alarms that nobody has seen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SeenTagsPanel</name>
    <message numerus="yes">
        <source>%n card(s) were shown and are not known.</source>
        <translation>
            <numerusform>%n card was shown and is not known.</numerusform>
            <numerusform>%n cards were shown and are not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <translation>
            <numerusform>%1, %n time</numerusform>
            <numerusform>%1, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message numerus="yes">
        <source>%n change(s) count after a restart</source>
        <translation>
            <numerusform>%n change counts after a restart</numerusform>
            <numerusform>%n changes count after a restart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) count after a restart of the engine. Cars go on charging meanwhile, and the stations reconnect by themselves.</source>
        <translation>
            <numerusform>%n change counts after a restart of the engine. Cars go on charging meanwhile, and the stations reconnect by themselves.</numerusform>
            <numerusform>%n changes count after a restart of the engine. Cars go on charging meanwhile, and the stations reconnect by themselves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SitePulse</name>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n fault</numerusform>
            <numerusform>%n faults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n charging</source>
        <translation>
            <numerusform>%n charging</numerusform>
            <numerusform>%n charging</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SiteRow</name>
    <message numerus="yes">
        <source>%n matter(s) to look at</source>
        <translation>
            <numerusform>%n matter to look at</numerusform>
            <numerusform>%n matters to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SiteSource</name>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n car(s) charging</source>
        <translation>
            <numerusform>%n car charging</numerusform>
            <numerusform>%n cars charging</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) to look at</source>
        <translation>
            <numerusform>%n matter to look at</numerusform>
            <numerusform>%n matters to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StationListCard</name>
    <message numerus="yes">
        <source>The station has this list: %n entries.</source>
        <translation>
            <numerusform>The station has this list: %n entry.</numerusform>
            <numerusform>The station has this list: %n entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It goes in %n part(s).</source>
        <translation>
            <numerusform>It goes in %n part.</numerusform>
            <numerusform>It goes in %n parts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole list is sent (Full): %n entries.</source>
        <translation>
            <numerusform>The whole list is sent (Full): %n entry.</numerusform>
            <numerusform>The whole list is sent (Full): %n entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StationRow</name>
    <message numerus="yes">
        <source>%n deviation(s) from the specification</source>
        <translation>
            <numerusform>One deviation from the specification</numerusform>
            <numerusform>%n deviations from the specification</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StationsPage</name>
    <message numerus="yes">
        <source>%n charging</source>
        <translation>
            <numerusform>%n charging</numerusform>
            <numerusform>%n charging</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n knock(s)</source>
        <translation>
            <numerusform>%n knocks</numerusform>
            <numerusform>%n knock</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StepWords</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TagJournal</name>
    <message numerus="yes">
        <source>%Ln tag(s) were changed until then.</source>
        <translation>
            <numerusform>%Ln tag was changed until then.</numerusform>
            <numerusform>%Ln tags were changed until then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransactionsPage</name>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) open</source>
        <translation>
            <numerusform>%Ln session open</numerusform>
            <numerusform>%Ln sessions open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UpdateForm</name>
    <message numerus="yes">
        <source>Update %n station(s)</source>
        <translation>
            <numerusform>Update %n station</numerusform>
            <numerusform>Update %n stations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n wave(s); the first failure stops the rest.</source>
        <translation>
            <numerusform>In %n wave; the first failure stops the rest.</numerusform>
            <numerusform>In %n waves; the first failure stops the rest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ValueCheck</name>
    <message numerus="yes">
        <source>This station takes at most %n item(s).</source>
        <translation>
            <numerusform>This station takes at most %n item.</numerusform>
            <numerusform>This station takes at most %n items.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Wakefulness</name>
    <message numerus="yes">
        <source>%n car(s) charging</source>
        <translation>
            <numerusform>%n car charging</numerusform>
            <numerusform>%n cars charging</numerusform>
        </translation>
    </message>
</context>
</TS>
