// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages.h"
#include "ui/commands/commandform.h"
#include "ui/commands/commandspecs.h"
#include "ui/commands/compoundeditors.h"
#include "ui/commands/fieldwords.h"
#include "ui/text/helptexts.h"
#include "ui/uifixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace {

void collectHelp(std::span<const ocpp::Field> fields, QSet<QString> &texts)
{
    for (const ocpp::Field &field : fields) {
        if (!field.help.isEmpty())
            texts.insert(field.help);
        const ocpp::FieldType &type = field.type->element ? *field.type->element : *field.type;
        if (type.fields)
            collectHelp(type.fields(), texts);
    }
}

ui::FormContext knownStation()
{
    return {.connectors = {{u"0"_s, u"0 · whole station"_s}, {u"1"_s, u"1 · Charging"_s}, {u"2"_s, {}}},
            .idTags = {{u"04A2B7"_s, u"04A2B7 · Anna"_s}, {u"04D119"_s, {}}},
            .transactions = {{u"42"_s, u"42 · connector 1"_s}},
            .configuration = {{u"HeartbeatInterval"_s, u"HeartbeatInterval = 300"_s}}};
}

ui::FieldEditor *editor(const ui::CommandForm &form, const char *name)
{
    return form.findChild<ui::FieldEditor *>(QLatin1StringView(name));
}

template<class Widget>
Widget *control(const ui::CommandForm &form, const char *name)
{
    const ui::FieldEditor *found = editor(form, name);
    return found ? found->findChild<Widget *>() : nullptr;
}

QString complaints(const QWidget &form)
{
    QStringList texts;
    for (const QLabel *label : form.findChildren<QLabel *>()) {
        if (label->foregroundRole() == QPalette::BrightText && !label->text().isEmpty() && !label->isHidden())
            texts.append(label->text());
    }
    return texts.join(u'|');
}

} // namespace

class TestCommandForm : public QObject {
    Q_OBJECT

private slots:
    void everyMessageHasAForm_data();
    void everyMessageHasAForm();
    void presetsAreValid();
    void smallEnumerationsAreSideBySide();
    void knownValuesAreOffered();
    void rangesComeFromTheTable();
    void optionalFieldsAreLeftOut();
    void optionalObjectUnfolds();
    void listsOfTexts();
    void listsOfObjects();
    void missingFieldIsNamedInPlace();
    void emptyTextIsNoValue();
    void emptySettingIsAValue();
    void complaintGoesWhenItIsMended();
    void secretsAreConcealed();
    void textIsLimited();
    void tooltipTellsTheSpecification();
    void helpIsThereForTheTranslator();
};

void TestCommandForm::everyMessageHasAForm_data()
{
    QTest::addColumn<QString>("action");
    for (const ocpp::MessageInfo &message : ocpp::messages()) {
        if (message.toStation)
            QTest::newRow(message.action.data()) << QString(message.action);
    }
}

void TestCommandForm::everyMessageHasAForm()
{
    QFETCH(QString, action);
    const ui::CommandForm form(action, {}, knownStation());
    const ocpp::MessageInfo *message = ocpp::messageInfo(action);
    for (const ocpp::Field &field : message->request) {
        QVERIFY2(editor(form, field.name.data()), field.name.data());
        QVERIFY2(!field.isOptional() || !form.payload().contains(field.name), field.name.data());
    }
}

void TestCommandForm::presetsAreValid()
{
    for (const ui::CommandSpec &spec : ui::commandSpecs()) {
        QVERIFY(ocpp::messageInfo(QString(spec.action)));
        ui::CommandForm form(spec.action, spec.presetPayload(), {});
        const QJsonObject preset = spec.presetPayload();
        for (auto it = preset.begin(); it != preset.end(); ++it)
            QCOMPARE(form.payload().value(it.key()), it.value());
    }
}

void TestCommandForm::smallEnumerationsAreSideBySide()
{
    ui::CommandForm form(u"Reset"_s, {{u"type"_s, u"Soft"_s}}, {});
    const auto buttons = editor(form, "type")->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(form.payload(), (QJsonObject{{u"type"_s, u"Soft"_s}}));
    buttons.first()->click();
    QCOMPARE(form.payload(), (QJsonObject{{u"type"_s, u"Hard"_s}}));
    QVERIFY(form.validate());
}

void TestCommandForm::knownValuesAreOffered()
{
    ui::CommandForm form(u"RemoteStartTransaction"_s, {}, knownStation());
    auto *tags = control<QComboBox>(form, "idTag");
    tags->setCurrentText(u"04A2B7 · Anna"_s);
    auto *connectors = control<QComboBox>(form, "connectorId");
    QCOMPARE(connectors->findData(u"0"_s), -1); // a session is on a connector, never on the whole station
    connectors->setCurrentText(u"1 · Charging"_s);
    QCOMPARE(form.payload(), (QJsonObject{{u"idTag"_s, u"04A2B7"_s}, {u"connectorId"_s, 1}}));
    tags->setCurrentText(u"unlisted"_s);
    QCOMPARE(form.payload().value("idTag"_L1).toString(), u"unlisted"_s);
}

void TestCommandForm::rangesComeFromTheTable()
{
    ui::CommandForm form(u"GetCompositeSchedule"_s, {}, {});
    const auto *duration = control<QSpinBox>(form, "duration");
    const ocpp::MessageInfo *message = ocpp::messageInfo(u"GetCompositeSchedule"_s);
    for (const ocpp::Field &field : message->request) {
        if (field.name == "duration"_L1) {
            QCOMPARE(duration->minimum(), int(field.minimum));
            QVERIFY(duration->suffix().contains(field.unit));
        }
    }
}

void TestCommandForm::optionalFieldsAreLeftOut()
{
    ui::CommandForm form(u"TriggerMessage"_s, {{u"requestedMessage"_s, u"Heartbeat"_s}}, {});
    QCOMPARE(form.payload(), (QJsonObject{{u"requestedMessage"_s, u"Heartbeat"_s}}));
    auto *connector = control<QSpinBox>(form, "connectorId");
    connector->setValue(1);
    QCOMPARE(form.payload().value("connectorId"_L1).toInt(), 1);
    connector->setValue(connector->minimum());
    QVERIFY(!form.payload().contains("connectorId"_L1));
}

void TestCommandForm::optionalObjectUnfolds()
{
    ui::CommandForm form(u"RemoteStartTransaction"_s, {{u"idTag"_s, u"X"_s}}, knownStation());
    QVERIFY(!form.payload().contains("chargingProfile"_L1));
    control<QCheckBox>(form, "chargingProfile")->setChecked(true);
    const QJsonObject profile = form.payload().value("chargingProfile"_L1).toObject();
    QVERIFY(profile.contains("stackLevel"_L1));
    QCOMPARE(profile.value("chargingSchedule"_L1).toObject().value("chargingSchedulePeriod"_L1).toArray().size(), 1);
}

void TestCommandForm::listsOfTexts()
{
    ui::CommandForm form(u"GetConfiguration"_s, {}, {});
    QCOMPARE(form.payload(), QJsonObject());
    control<QPlainTextEdit>(form, "key")->setPlainText(u"HeartbeatInterval\n\n NumberOfConnectors \n"_s);
    QCOMPARE(form.payload().value("key"_L1).toArray(), (QJsonArray{u"HeartbeatInterval"_s, u"NumberOfConnectors"_s}));
    QVERIFY(form.validate());
}

void TestCommandForm::listsOfObjects()
{
    ui::CommandForm form(u"SendLocalList"_s, {{u"listVersion"_s, 1}, {u"updateType"_s, u"Full"_s}}, {});
    form.show();
    auto *list = editor(form, "localAuthorizationList");
    const QString add = u"Add to Local authorization list"_s;
    QVERIFY(uitest::press(*list, add));
    QVERIFY(uitest::press(*list, add));
    QCOMPARE(list->value().toArray().size(), 2);
    QVERIFY(uitest::press(*list, u"Remove from Local authorization list"_s));
    QCOMPARE(list->value().toArray().size(), 1);
}

void TestCommandForm::missingFieldIsNamedInPlace()
{
    ui::CommandForm form(u"RemoteStartTransaction"_s, {}, knownStation());
    form.show();
    QVERIFY(!form.validate());
    QCOMPARE(complaints(*editor(form, "idTag")), u"This is needed."_s);
    QCOMPARE(complaints(form), u"This is needed."_s); // and nowhere else
}

void TestCommandForm::emptyTextIsNoValue()
{
    ui::CommandForm form(u"RemoteStartTransaction"_s, {}, {}); // no tag is known: a plain text field
    form.show();
    QVERIFY(!form.validate());
    QCOMPARE(complaints(form), u"This is needed."_s);
    control<QLineEdit>(form, "idTag")->setText(u"04A2B7"_s);
    QVERIFY(form.validate());
}

void TestCommandForm::emptySettingIsAValue()
{
    ui::CommandForm form(u"ChangeConfiguration"_s, {}, {});
    control<QLineEdit>(form, "key")->setText(u"LightIntensity"_s);
    QVERIFY(form.validate());
    QCOMPARE(form.payload(), (QJsonObject{{u"key"_s, u"LightIntensity"_s}, {u"value"_s, QString()}}));
}

void TestCommandForm::complaintGoesWhenItIsMended()
{
    ui::CommandForm form(u"UnlockConnector"_s, {}, knownStation());
    form.show();
    auto *connector = control<QComboBox>(form, "connectorId");
    const QString help = connector->accessibleDescription();
    connector->setCurrentText(u"left one"_s);
    QVERIFY(!form.validate());
    QCOMPARE(complaints(form), u"This is not the right kind of value."_s);
    QCOMPARE(connector->accessibleDescription(), complaints(form)); // a screen reader reads it at the field
    connector->setCurrentText(u"1 · Charging"_s);
    QCOMPARE(complaints(form), QString());
    QCOMPARE(connector->accessibleDescription(), help);
    QVERIFY(form.validate());
}

void TestCommandForm::secretsAreConcealed()
{
    ui::CommandForm form(u"ChangeConfiguration"_s, {}, knownStation());
    const auto *value = control<QLineEdit>(form, "value");
    auto *key = control<QComboBox>(form, "key");
    key->setCurrentText(u"HeartbeatInterval"_s);
    QCOMPARE(value->echoMode(), QLineEdit::Normal);
    key->setCurrentText(u"authorizationkey"_s);
    QCOMPARE(value->echoMode(), QLineEdit::Password);
}

void TestCommandForm::textIsLimited()
{
    const ui::CommandForm form(u"DataTransfer"_s, {}, {});
    QCOMPARE(control<QLineEdit>(form, "vendorId")->maxLength(), 255);
    QCOMPARE(control<QLineEdit>(form, "messageId")->maxLength(), 50);
}

void TestCommandForm::tooltipTellsTheSpecification()
{
    const ui::CommandForm form(u"Reset"_s, {}, {});
    const QString tooltip = ui::fieldTooltip(editor(form, "type")->field());
    QVERIFY2(tooltip.contains(u"Soft"_s) && tooltip.contains(u"6.39"_s), qPrintable(tooltip));
}

void TestCommandForm::helpIsThereForTheTranslator()
{
    QSet<QString> said;
    for (const ocpp::MessageInfo &message : ocpp::messages()) {
        if (message.toStation)
            collectHelp(message.request, said);
    }
    QSet<QString> listed;
    for (const char *text : ui::helpTexts())
        listed.insert(QLatin1StringView(text));
    QCOMPARE((said - listed).values(), QStringList());
    QCOMPARE((listed - said).values(), QStringList());
}

UI_TEST_MAIN(TestCommandForm)
#include "tst_commandform.moc"
