// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/palette.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/text/statewords.h"
#include "ui/uifixture.h"
#include "ui/widgets/statemark.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>

#include <array>
#include <set>

using namespace Qt::Literals::StringLiterals;
using ui::Palette;
using ui::Role;

namespace {

constexpr std::array grounds{Role::Window, Role::Surface, Role::Raised, Role::Selection};
constexpr std::array schemes{Palette::Scheme::Light, Palette::Scheme::Dark};

QImage painted(const ui::Mark &mark, int extent)
{
    QImage image(extent, extent, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    ui::drawMark(painter, image.rect(), mark);
    return image;
}

int inkedPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 64 ? 1 : 0;
    }
    return count;
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private slots:
    void contrastOfKnownColors();
    void textIsReadable_data();
    void textIsReadable();
    void marksAreVisible_data();
    void marksAreVisible();
    void qtPaletteCarriesTheTextRoles();
    void desktopSchemeFollowsTheWindowColor();
    void choiceIsRemembered();
    void iconsAreDrawnInTheirRole();
    void iconsFollowTheScheme();
    void marksDifferInShape();
    void offlineIsHollow();
    void digitsStandStill();
    void interIsUsedWhereInstalled();
    void cleanup() { Palette::setCurrent(Palette::Scheme::Light); }

private:
    static void eachPair(std::span<const Role> inks, std::span<const Role> on);
};

void TestTheme::contrastOfKnownColors()
{
    QCOMPARE(qRound(ui::contrastRatio(Qt::black, Qt::white)), 21);
    QCOMPARE(qRound(ui::contrastRatio(Qt::white, Qt::white)), 1);
    QVERIFY(std::abs(ui::contrastRatio(QColor(u"#767676"_s), Qt::white) - 4.54) < 0.01);
}

void TestTheme::eachPair(std::span<const Role> inks, std::span<const Role> on)
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const auto scheme : schemes) {
        const Palette palette(scheme);
        for (const Role ink : inks) {
            for (const Role ground : on)
                QTest::addRow("%s ink %d on %d", scheme == Palette::Scheme::Light ? "light" : "dark", int(ink),
                              int(ground))
                    << palette.color(ink) << palette.color(ground);
        }
    }
}

void TestTheme::textIsReadable_data()
{
    constexpr std::array everywhere{Role::Text, Role::Muted};
    eachPair(everywhere, grounds);
    for (const auto scheme : schemes) {
        const Palette palette(scheme);
        const char *name = scheme == Palette::Scheme::Light ? "light" : "dark";
        for (const Role ink : {Role::Accent, Role::Caution, Role::Fault})
            QTest::addRow("%s colored %d", name, int(ink)) << palette.color(ink) << palette.color(Role::Surface);
        QTest::addRow("%s on accent", name) << palette.color(Role::OnAccent) << palette.color(Role::Accent);
        for (const Role tinted : {Role::Accent, Role::Caution, Role::Fault, Role::Good})
            QTest::addRow("%s on tint %d", name, int(tinted)) << palette.color(Role::Text) << palette.tint(tinted, 0.1);
    }
}

void TestTheme::textIsReadable()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const double ratio = ui::contrastRatio(ink, ground);
    QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(ink.name(), ground.name()).arg(ratio)));
}

void TestTheme::marksAreVisible_data()
{
    constexpr std::array inks{Role::Good,     Role::Caution, Role::Accent, Role::Reserved,
                              Role::Inactive, Role::Fault,   Role::Muted};
    eachPair(inks, grounds);
    for (const auto scheme : schemes)
        QTest::addRow("outline %d", int(scheme))
            << Palette(scheme).color(Role::Outline) << Palette(scheme).color(Role::Surface);
}

void TestTheme::marksAreVisible()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const double ratio = ui::contrastRatio(ink, ground);
    QVERIFY2(ratio >= 3.0, qPrintable(u"%1 on %2: %3"_s.arg(ink.name(), ground.name()).arg(ratio)));
}

void TestTheme::qtPaletteCarriesTheTextRoles()
{
    for (const auto scheme : schemes) {
        const Palette palette(scheme);
        for (const Role role : {Role::Text, Role::Muted, Role::Accent, Role::Caution, Role::Fault})
            QCOMPARE(palette.toQt().color(ui::textSlot(role)), palette.color(role));
    }
}

void TestTheme::desktopSchemeFollowsTheWindowColor()
{
    ui::applyTheme(*qApp, ui::ThemeChoice::Dark);
    QCOMPARE(Palette::current().scheme(), Palette::Scheme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Palette(Palette::Scheme::Dark).color(Role::Window));
    // The offscreen platform's own palette is light, whatever was chosen before.
    ui::applyTheme(*qApp, ui::ThemeChoice::System);
    QCOMPARE(Palette::current().scheme(), Palette::Scheme::Light);
}

void TestTheme::choiceIsRemembered()
{
    QCOMPARE(ui::rememberedTheme(), ui::ThemeChoice::System);
    ui::rememberTheme(ui::ThemeChoice::Dark);
    QCOMPARE(ui::rememberedTheme(), ui::ThemeChoice::Dark);
    ui::rememberTheme(ui::ThemeChoice::System);
}

void TestTheme::iconsAreDrawnInTheirRole()
{
    const QStringList names = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(names.size() > 20);
    for (const QString &name : names) {
        const QImage image = ui::icon(name.chopped(4), Role::Fault).pixmap(48, 48).toImage();
        QVERIFY2(inkedPixels(image) > 40, qPrintable(name));
        bool colored = false;
        for (int y = 0; y < image.height() && !colored; ++y) {
            for (int x = 0; x < image.width() && !colored; ++x)
                colored = image.pixelColor(x, y) == Palette::current().color(Role::Fault);
        }
        QVERIFY2(colored, qPrintable(name));
    }
}

void TestTheme::iconsFollowTheScheme()
{
    const QIcon icon = ui::icon(u"pause"_s, Role::Text);
    const QImage light = icon.pixmap(24, 24).toImage();
    Palette::setCurrent(Palette::Scheme::Dark);
    QVERIFY(icon.pixmap(24, 24).toImage() != light);
}

void TestTheme::marksDifferInShape()
{
    // In one colour, so that only the shape can tell them apart.
    QList<QImage> images;
    for (const auto *status : {"Available", "Preparing", "Charging", "SuspendedEV", "Reserved", "Unavailable", "Faulted"}) {
        ui::Mark mark = ui::connectorState(QLatin1StringView(status), true).mark;
        mark.role = Role::Text;
        const QImage image = painted(mark, 32);
        QVERIFY(inkedPixels(image) > 20);
        for (const QImage &other : std::as_const(images))
            QVERIFY2(image != other, status);
        images.append(image);
    }
}

void TestTheme::offlineIsHollow()
{
    const ui::StateWord online = ui::connectorState(u"Faulted"_s, true);
    const ui::StateWord offline = ui::connectorState(u"Faulted"_s, false);
    QVERIFY(offline.mark.offline);
    QCOMPARE(offline.word, online.word);
    QVERIFY(inkedPixels(painted(offline.mark, 64)) < inkedPixels(painted(online.mark, 64)) / 2);
}

void TestTheme::digitsStandStill()
{
    const QFont font = ui::textFont(ui::TextSize::Body);
    QCOMPARE(ui::tabular::width(font, u"11.1"_s), ui::tabular::width(font, u"98.7"_s));
    QVERIFY(ui::tabular::width(font, u"100"_s) > ui::tabular::width(font, u"99"_s));
}

void TestTheme::interIsUsedWhereInstalled()
{
    std::set<double> sizes;
    for (const auto size : {ui::TextSize::Title, ui::TextSize::Section, ui::TextSize::Body, ui::TextSize::Caption})
        sizes.insert(ui::textFont(size).pointSizeF());
    QCOMPARE(sizes, (std::set<double>{9, 10.5, 13, 20}));
    if (QFontDatabase::families().contains(u"Inter"_s))
        QCOMPARE(QFontInfo(ui::textFont(ui::TextSize::Body)).family(), u"Inter"_s);
    // Without any font each glyph is a box: an "i" would be as wide as an "M".
    const QFontMetrics metrics(ui::textFont(ui::TextSize::Body));
    QVERIFY(metrics.horizontalAdvance(u'i') < metrics.horizontalAdvance(u'M'));
}

UI_TEST_MAIN(TestTheme)
#include "tst_theme.moc"
