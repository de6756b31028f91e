// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Outside the namespace, as Q_INIT_RESOURCE wants it: resources of a static library register only when asked.
static void registerResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

void addTranslation(QApplication &application, const QLocale &locale, const QString &catalogue, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, catalogue, u"_"_s, folder))
        QApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void prepareApplication(QApplication &application, const QString &locale)
{
    registerResources();
    QApplication::setOrganizationName(u"Stationmaster"_s);
    QApplication::setApplicationName(u"stationmaster"_s);
    QApplication::setApplicationDisplayName(u"Stationmaster"_s);
    QApplication::setDesktopFileName(u"org.stationmaster.Stationmaster"_s);
    if (!locale.isEmpty())
        QLocale::setDefault(QLocale(locale));
    addTranslation(application, QLocale(), u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    addTranslation(application, QLocale(), u"stationmaster"_s, u":/i18n"_s);
    applyTheme(application, rememberedTheme());
    QApplication::setWindowIcon(QIcon(u":/app/stationmaster.svg"_s));
}

int runWindow(QApplication &, const Backend &backend)
{
    MainWindow window(backend);
    window.show();
    return QApplication::exec();
}

int showFailure(const QString &text)
{
    EmptyState failure;
    failure.setWindowTitle(QApplication::applicationDisplayName());
    failure.resize(640, 400);
    failure.present(u"warning"_s, QCoreApplication::translate("ui::Failure", "Stationmaster cannot start"), text);
    failure.presentAction(QCoreApplication::translate("ui::Failure", "Close"));
    QObject::connect(&failure, &EmptyState::actionRequested, &failure, &QWidget::close);
    failure.show();
    QApplication::exec();
    return 1;
}

} // namespace ui
