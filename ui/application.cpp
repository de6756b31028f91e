// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/text/startwords.h"
#include "ui/text/storewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QEventLoop>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QThread>
#include <QTimer>
#include <QTranslator>

#include <memory>

// Outside the namespace, as Q_INIT_RESOURCE wants it: resources of a static library register only when asked.
static void registerResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::Failure)
};

constexpr int reopenCode = 1001; // of the event loop: the window is wanted in another language

void addTranslation(QApplication &application, const QString &catalogue, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(QLocale(), catalogue, u"_"_s, folder))
        QApplication::installTranslator(translator);
    else
        delete translator;
}

/// The desktop's own numbers and dates, where it speaks the language that is wanted.
QLocale localeFor(const QString &language)
{
    const QLocale desktop = QLocale::system();
    return language.isEmpty() || desktop.language() == QLocale(language).language() ? desktop : QLocale(language);
}

void translate(QApplication &application)
{
    for (QTranslator *translator : application.findChildren<QTranslator *>(Qt::FindDirectChildrenOnly))
        delete translator;
    addTranslation(application, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    addTranslation(application, u"stationmaster"_s, u":/i18n"_s);
}

/// Until it is closed; whether its button was pressed.
bool runFailure(const QString &title, const StartWords &words, const QString &action)
{
    EmptyState failure;
    failure.setWindowTitle(QApplication::applicationDisplayName());
    failure.resize(640, 400);
    failure.present(u"warning"_s, title, words.text);
    failure.presentDetail(words.detail);
    failure.presentAction(action);
    bool pressed = false;
    QObject::connect(&failure, &EmptyState::actionRequested, &failure, [&] {
        pressed = true;
        failure.close();
    });
    failure.show();
    QApplication::exec();
    return pressed;
}

QString busyTitle(Work work)
{
    return work == Work::Restoring ? Words::tr("The backup is being checked and put in place")
                                   : Words::tr("The database is being opened");
}

QString busyText(Work work)
{
    return work == Work::Restoring
               ? Words::tr("This may take some minutes. Please wait.")
               : Words::tr("After an update it is brought up to date first, which may take some minutes. If the "
                           "desktop's keyring asks for its password, please give it.");
}

} // namespace

void prepareApplication(QApplication &application, const QString &locale)
{
    registerResources();
    QApplication::setOrganizationName(u"Stationmaster"_s);
    QApplication::setApplicationName(u"stationmaster"_s);
    QApplication::setApplicationDisplayName(u"Stationmaster"_s);
    QApplication::setDesktopFileName(u"stationmaster"_s);
    QLocale::setDefault(locale.isEmpty() ? localeFor(Preferences::shared().language()) : QLocale(locale));
    translate(application);
    applyTheme(application, rememberedTheme());
    QApplication::setWindowIcon(QIcon(u":/app/stationmaster.svg"_s));
}

int runWindow(QApplication &application, const Backend &backend, bool inBackground)
{
    for (;; inBackground = false) {
        MainWindow window(backend);
        QObject::connect(&Preferences::shared(), &Preferences::languageChanged, &window, &MainWindow::askToReopen);
        QObject::connect(&window, &MainWindow::reopenRequested, &window, [] { QApplication::exit(reopenCode); });
        if (inBackground)
            window.beginInBackground();
        else
            window.show();
        if (const int code = QApplication::exec(); code != reopenCode)
            return code;
        QLocale::setDefault(localeFor(Preferences::shared().language()));
        translate(application);
    }
}

void raiseWindow(const QString &activationToken)
{
    // Where the compositor wants it, Qt takes it from there when it activates a window, and removes it.
    if (!activationToken.isEmpty() && QGuiApplication::platformName().startsWith("wayland"_L1))
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(widget)) {
            window->comeBack();
        } else if (auto *words = qobject_cast<EmptyState *>(widget); words && words->isVisible()) {
            words->raise();
            words->activateWindow();
        }
    }
}

bool showFailure(const StartFailure &failure, Remedy remedy)
{
    const QString action =
        remedy == Remedy::None ? Words::tr("Close") : Words::tr("Use the usual address and ports");
    return runFailure(Words::tr("Stationmaster cannot start"), startWords(failure), action) && remedy != Remedy::None;
}

void showRestoreFailure(const store::Error &error)
{
    const StoreWords words = storeWords(error);
    const QString goesOn = Words::tr("%1 Nothing was changed: Stationmaster goes on with the database as it was.");
    runFailure(Words::tr("The backup was not put in place"), {goesOn.arg(words.sentence()), words.detail},
               Words::tr("Continue"));
}

void whileBusy(Work work, const std::function<void()> &job)
{
    EmptyState busy;
    busy.setWindowTitle(QApplication::applicationDisplayName());
    busy.resize(640, 400);
    busy.present(u"clock"_s, busyTitle(work), busyText(work));
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &busy, &QWidget::show);
    patience.start(500ms);
    QEventLoop loop;
    std::unique_ptr<QThread> thread(QThread::create(job));
    bool finished = false;
    QObject::connect(thread.get(), &QThread::finished, &loop, [&] {
        finished = true;
        loop.quit();
    });
    thread->start();
    loop.exec();
    thread->wait();
    if (!finished) // told to quit meanwhile: that still holds
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

} // namespace ui
