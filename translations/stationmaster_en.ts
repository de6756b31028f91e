<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
    <name>ui::KnockPanel</name>
    <message numerus="yes">
        <source>%n station(s) knock and were not let in.</source>
        <translation>
            <numerusform>One station knocks and was not let in.</numerusform>
            <numerusform>%n stations knock and were not let in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <translation>
            <numerusform>%1, once</numerusform>
            <numerusform>%1, %n times</numerusform>
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
