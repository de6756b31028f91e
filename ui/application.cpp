// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/text/storewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QEventLoop>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QThread>
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

bool runFailure(const QString &text, const QString &detail, Remedy remedy)
{
    EmptyState failure;
    failure.setWindowTitle(QApplication::applicationDisplayName());
    failure.resize(640, 400);
    failure.present(u"warning"_s, Words::tr("Stationmaster cannot start"), text);
    failure.presentDetail(detail);
    failure.presentAction(remedy == Remedy::None ? Words::tr("Close") : Words::tr("Use the usual address and ports"));
    bool wanted = false;
    QObject::connect(&failure, &EmptyState::actionRequested, &failure, [&] {
        wanted = remedy != Remedy::None;
        failure.close();
    });
    failure.show();
    QApplication::exec();
    return wanted;
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
        QObject::connect(&Preferences::shared(), &Preferences::languageChanged, &window,
                         [] { QApplication::exit(reopenCode); });
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

bool showFailure(const QString &text, Remedy remedy)
{
    return runFailure(text, {}, remedy);
}

void showFailure(const store::Error &error)
{
    const StoreWords words = storeWords(error);
    runFailure(words.sentence(), words.detail, Remedy::None);
}

void whileRestoring(const std::function<void()> &work)
{
    EmptyState busy;
    busy.setWindowTitle(QApplication::applicationDisplayName());
    busy.resize(640, 400);
    busy.present(u"clock"_s, Words::tr("The backup is being checked and put in place"),
                 Words::tr("This may take some minutes. Please wait."));
    busy.show();
    QEventLoop loop;
    std::unique_ptr<QThread> thread(QThread::create(work));
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec();
    thread->wait();
}

} // namespace ui
