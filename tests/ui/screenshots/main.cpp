// SPDX-License-Identifier: GPL-3.0-or-later
// screenshots FOLDER LANGUAGE [SCENE]: a picture of every scene, light and dark, in two sizes.
#include "config/apitokens.h"
#include "config/privatefile.h"
#include "ui/application.h"
#include "ui/fakedesktop.h"
#include "ui/samplebook.h"
#include "ui/samplefirmware.h"
#include "ui/sampleloads.h"
#include "ui/sampleplans.h"
#include "ui/sampleprofiles.h"
#include "ui/samplesite.h"
#include "ui/screenshots/scenes.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/uifixture.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QSettings>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Look {
    QLatin1StringView name;
    ui::ThemeChoice theme;
    QSize size;
};

constexpr std::array looks{
    Look{"light"_L1, ui::ThemeChoice::Light, {1280, 800}},
    Look{"dark"_L1, ui::ThemeChoice::Dark, {1280, 800}},
    Look{"light-large"_L1, ui::ThemeChoice::Light, {1760, 1040}},
};

void fill(uitest::Store &store, Content content)
{
    store.write([content](store::Database &db) {
        if (content == Content::Site || content == Content::Book || content == Content::Plans) {
            samplesite::fill(db);
            samplesite::addMatters(db);
            samplesite::addSecurity(db);
            sampleprofiles::fill(db);
            sampleprofiles::measure(db);
            samplefirmware::fill(db);
        }
        if (content == Content::Book || content == Content::Plans)
            samplebook::fill(db);
        if (content == Content::Plans) {
            sampleplans::fill(db);
            sampleloads::fill(db);
        }
        if (content != Content::Broken)
            return;
        for (const auto &table : {"stations"_L1, "frames"_L1, "meter_values"_L1, "transactions"_L1, "id_tags"_L1})
            db.run(u"DROP TABLE %1"_s.arg(table));
    });
}

/// With the question that stands before it, where a desktop would place it.
QImage picture(QWidget &window)
{
    QPixmap shown = window.grab();
    if (QWidget *dialog = QApplication::activeModalWidget()) {
        QPainter painter(&shown);
        painter.fillRect(window.rect(), QColor(0, 0, 0, 90));
        painter.drawPixmap(window.rect().center() - dialog->rect().center(), dialog->grab());
    }
    return shown.toImage();
}

/// Readings and layouts have come to rest when some pictures in a row are the same.
QImage settled(QWidget &window)
{
    QImage last;
    int same = 0;
    const bool still = QTest::qWaitFor(
        [&] {
            const QImage now = picture(window);
            same = now == last ? same + 1 : 0;
            last = now;
            return same >= 6;
        },
        60'000);
    if (!still)
        qFatal("The window does not come to rest.");
    return last;
}

void take(uitest::Store &store, const Scene &scene, const Look &look, const QString &file)
{
    QSettings().clear();
    ui::applyTheme(*qApp, look.theme);
    uitest::FakeDesktop desktop;
    ui::Backend backend = store.backend();
    backend.desktop = &desktop.desktop;
    backend.startDemo = [] {};
    backend.setup.renewApiToken = [] { return QFuture<tl::expected<void, QString>>(); };
    if (!config::writePrivateFile(config::apiTokenFile(backend.setup.dataDir), "sample"))
        qFatal("Cannot write the token.");
    samplefirmware::writeFiles(backend.setup.dataDir);
    ui::MainWindow window(backend);
    window.resize(look.size);
    window.show();
    window.activateWindow();
    window.showPage(0);
    scene.act(window);
    if (!settled(window).save(file))
        qFatal("Cannot write %s", qPrintable(file));
}

/// Without a font every glyph is a box, and nothing else tells.
void checkGlyphs()
{
    const QFontMetrics metrics(ui::textFont(ui::TextSize::Body));
    if (metrics.horizontalAdvance(u'i') == metrics.horizontalAdvance(u'M'))
        qFatal("No fonts: install fonts-inter, or any other.");
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3)
        qFatal("screenshots FOLDER LANGUAGE [SCENE]");
    ui::prepareApplication(application, arguments.at(2));
    QApplication::setApplicationVersion(QStringLiteral(SM_VERSION)); // About tells it
    QApplication::setCursorFlashTime(0);
    checkGlyphs();
    const QDir folder(arguments.at(1));
    folder.mkpath(arguments.at(2));
    for (const Scene &scene : scenes()) {
        if (arguments.size() > 3 && scene.name != arguments.at(3))
            continue;
        for (const Look &look : looks) {
            uitest::Store store; // its own: a scene may change what is in it
            fill(store, scene.content);
            take(store, scene, look, folder.filePath(u"%1/%2-%3.png"_s.arg(arguments.at(2), scene.name, look.name)));
        }
    }
    return 0;
}
