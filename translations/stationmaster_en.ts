<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
    <name>ui::MessagesPage</name>
    <message numerus="yes">
        <source>%n message(s) shown</source>
        <translation>
            <numerusform>One message shown</numerusform>
            <numerusform>%n messages shown</numerusform>
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
</TS>
