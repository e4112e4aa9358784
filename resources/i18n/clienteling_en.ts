<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>BringIn</name>
        <message numerus="yes">
            <source>%n client(s)</source>
            <translation>
                <numerusform>%n client</numerusform>
                <numerusform>%n clients</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n key date(s)</source>
            <translation>
                <numerusform>%n key date</numerusform>
                <numerusform>%n key dates</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) are of cancelled orders.</source>
            <translation>
                <numerusform>%n line is of cancelled orders.</numerusform>
                <numerusform>%n lines are of cancelled orders.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) stay out.</source>
            <translation>
                <numerusform>%n line stays out.</numerusform>
                <numerusform>%n lines stay out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of the catalogue</source>
            <translation>
                <numerusform>%n piece of the catalogue</numerusform>
                <numerusform>%n pieces of the catalogue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) sold</source>
            <translation>
                <numerusform>%n piece sold</numerusform>
                <numerusform>%n pieces sold</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s)</source>
            <translation>
                <numerusform>%n receipt</numerusform>
                <numerusform>%n receipts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Bring %n line(s) in</source>
            <translation>
                <numerusform>Bring %n line in</numerusform>
                <numerusform>Bring %n lines in</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BringInModel</name>
        <message numerus="yes">
            <source>%n line(s) to mend are in {file}</source>
            <translation>
                <numerusform>%n line to mend is in {file}</numerusform>
                <numerusform>%n lines to mend are in {file}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message numerus="yes">
            <source>%n detail(s) differ.</source>
            <translation>
                <numerusform>%n detail differs.</numerusform>
                <numerusform>%n details differ.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataPage</name>
        <message numerus="yes">
            <source>%n client(s)</source>
            <translation>
                <numerusform>%n client</numerusform>
                <numerusform>%n clients</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) stayed out</source>
            <translation>
                <numerusform>%n line stayed out</numerusform>
                <numerusform>%n lines stayed out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s)</source>
            <translation>
                <numerusform>%n receipt</numerusform>
                <numerusform>%n receipts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Foot</name>
        <message numerus="yes">
            <source>%n other change(s) fitted together by themselves</source>
            <translation>
                <numerusform>%n other change fitted in by itself</numerusform>
                <numerusform>%n other changes fitted together by themselves</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NextDate</name>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n year</numerusform>
                <numerusform>%n years</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OfficePage</name>
        <message numerus="yes">
            <source>%n change(s) are not at head office yet.</source>
            <translation>
                <numerusform>%n change is not at head office yet.</numerusform>
                <numerusform>%n changes are not at head office yet.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Receipt</name>
        <message numerus="yes">
            <source>%n piece(s)</source>
            <translation>
                <numerusform>%n piece</numerusform>
                <numerusform>%n pieces</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SafetyModel</name>
        <message numerus="yes">
            <source>%n client(s) are in {file}</source>
            <translation>
                <numerusform>%n client is in {file}</numerusform>
                <numerusform>%n clients are in {file}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) taken back</source>
            <translation>
                <numerusform>%n line taken back</numerusform>
                <numerusform>%n lines taken back</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Sharing</name>
        <message numerus="yes">
            <source>%n change(s) go next</source>
            <translation>
                <numerusform>%n change goes next</numerusform>
                <numerusform>%n changes go next</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) set aside</source>
            <translation>
                <numerusform>%n change set aside</numerusform>
                <numerusform>%n changes set aside</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) wait here</source>
            <translation>
                <numerusform>%n change waits here</numerusform>
                <numerusform>%n changes wait here</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to compare</source>
            <translation>
                <numerusform>%n to compare</numerusform>
                <numerusform>%n to compare</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Offline, %n wait here</source>
            <translation>
                <numerusform>Offline, %n waits here</numerusform>
                <numerusform>Offline, %n wait here</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Sizes</name>
        <message numerus="yes">
            <source>All %n size(s)</source>
            <translation>
                <numerusform>All %n size</numerusform>
                <numerusform>All %n sizes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ToCompare</name>
        <message numerus="yes">
            <source>%n detail(s)</source>
            <translation>
                <numerusform>%n detail</numerusform>
                <numerusform>%n details</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TroubleWindow</name>
        <message numerus="yes">
            <source>%n picture(s) could not be found.</source>
            <translation>
                <numerusform>%n picture could not be found.</numerusform>
                <numerusform>%n pictures could not be found.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Waits</name>
        <message numerus="yes">
            <source>%n detail(s)</source>
            <translation>
                <numerusform>%n detail</numerusform>
                <numerusform>%n details</numerusform>
            </translation>
        </message>
    </context>
</TS>
