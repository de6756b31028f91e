// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/palette.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/text/statewords.h"
#include "ui/uifixture.h"
#include "ui/widgets/statemark.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QWheelEvent>

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

/// A notch towards the person, as the mouse sends it.
void turnWheel(QWidget &below)
{
    const QPointF middle(below.rect().center());
    QWheelEvent wheel(middle, below.mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QSpontaneKeyEvent::setSpontaneous(&wheel); // only such a one gives the focus
    qApp->notify(&below, &wheel);
}

/// A control in the middle of its range at the top of a page that is higher than its window.
struct HighPage {
    explicit HighPage(QWidget *stepped) : control(stepped)
    {
        auto *content = new QWidget;
        auto *layout = new QVBoxLayout(content);
        layout->addWidget(control);
        layout->addSpacing(1000);
        area.setWidget(content);
        area.setWidgetResizable(true);
        area.resize(300, 200);
        area.show();
    }

    QScrollArea area;
    QWidget *control;
};

QWidget *stepped(const QString &kind)
{
    if (kind == "date"_L1)
        return new QDateTimeEdit(QDateTime(QDate(2026, 6, 15), QTime(12, 0)));
    if (kind == "number"_L1) {
        auto *box = new QSpinBox;
        box->setValue(50);
        return box;
    }
    auto *box = new QComboBox;
    box->setEditable(kind == "text"_L1);
    box->addItems({u"one"_s, u"two"_s, u"three"_s});
    box->setCurrentIndex(1);
    return box;
}

QVariant valueOf(const QWidget &control)
{
    return control.property(control.metaObject()->userProperty().name());
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
    void wheelStepsOnlyWhatHasTheFocus_data();
    void wheelStepsOnlyWhatHasTheFocus();
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

void TestTheme::wheelStepsOnlyWhatHasTheFocus_data()
{
    QTest::addColumn<QString>("kind");
    for (const auto &kind : {"choice", "text", "number", "date"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestTheme::wheelStepsOnlyWhatHasTheFocus()
{
    QFETCH(QString, kind);
    HighPage page(stepped(kind));
    const QScrollBar *bar = page.area.verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QVERIFY(QTest::qWaitForWindowActive(&page.area));
    page.area.setFocus();
    QTRY_VERIFY(!page.control->hasFocus());
    const QVariant before = valueOf(*page.control);
    QVERIFY(before.isValid());
    turnWheel(*page.control);
    QCOMPARE(valueOf(*page.control), before);
    QVERIFY(!page.control->hasFocus());
    const int scrolled = bar->value();
    QVERIFY(scrolled > 0);
    page.control->setFocus();
    QTRY_VERIFY(page.control->hasFocus());
    turnWheel(*page.control);
    QVERIFY(valueOf(*page.control) != before);
    QCOMPARE(bar->value(), scrolled);
}

UI_TEST_MAIN(TestTheme)
#include "tst_theme.moc"
