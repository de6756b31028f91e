// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uifixture.h"

#include "ui/application.h"

#include <QApplication>
#include <QLabel>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace uitest {
namespace {

store::Location locationIn(const QTemporaryDir &dir)
{
    return *store::parseLocation(u"sqlite"_s, dir.path());
}

} // namespace

Store::Store() : writer_(locationIn(dir_)), reader_(locationIn(dir_)), feed_(&writer_)
{
    if (const auto started = writer_.start(); !started)
        qFatal("%s", qPrintable(started.error().text));
    if (const auto started = reader_.start(); !started)
        qFatal("%s", qPrintable(started.error().text));
}

Store::~Store()
{
    reader_.stop();
    writer_.stop();
}

ui::Backend Store::backend()
{
    return {.reader = &reader_,
            .writer = &writer_,
            .feed = &feed_,
            .ocppAddress = u"ws://192.168.1.20:9000/ocpp/"_s,
            .databaseText = u"stationmaster.sqlite"_s,
            .ownsEngine = true,
            .restoreAndRestart = {},
            .setup = {.dataDir = dir_.path(),
                      .apiUrl = u"http://127.0.0.1:8180/api/v1"_s,
                      .startedWith = config::Settings(),
                      .restart = [] {}}};
}

QString Store::file() const
{
    return writer_.location().file;
}

Halt::Halt(Store &store) : gate_(std::make_shared<QSemaphore>())
{
    store.writer().submit([gate = gate_](store::Database &) {
        gate->acquire();
        gate->release(); // it is done again if what came with it fails
    });
}

void Halt::release()
{
    if (const auto gate = std::exchange(gate_, nullptr))
        gate->release();
}

QString visibleText(const QWidget &root)
{
    QStringList texts;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

bool press(QAbstractButton &button)
{
    // A layout places what it has just got when the events run: until then there is nothing to hit.
    const bool ready = QTest::qWaitFor([&] {
        return button.isEnabled() && !button.rect().isEmpty() && button.visibleRegion() == QRegion(button.rect());
    });
    if (ready)
        QTest::mouseClick(&button, Qt::LeftButton);
    else
        qWarning("The button '%s' is not in sight, or not enabled.", qPrintable(nameOf(button)));
    return ready;
}

bool press(QWidget &root, const QString &name)
{
    QAbstractButton *button = nullptr;
    const bool found = QTest::qWaitFor([&] {
        button = named<QAbstractButton>(root, name);
        return button != nullptr;
    });
    if (!found)
        qWarning("There is no button '%s'.", qPrintable(name));
    return found && press(*button);
}

int run(int argc, char **argv, QObject &tests)
{
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QApplication application(argc, argv);
    ui::prepareApplication(application, u"en"_s);
    return QTest::qExec(&tests, argc, argv);
}

} // namespace uitest
