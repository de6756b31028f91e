// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/meterchart.h"

#include "plot/timeaxis.h"
#include "ui/pages/transactions/timeticks.h"
#include "ui/text/format.h"
#include "ui/theme/strokes.h"
#include "ui/widgets/label.h"

#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <functional>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int plotHeight = 190;

double place(ocpp::Timestamp time)
{
    return double(time.time_since_epoch().count());
}

QPen powerPen()
{
    return strokes::pen(Role::Accent, 2);
}

QPen energyPen()
{
    QPen pen = strokes::pen(Role::Muted, 1.75);
    pen.setDashPattern({3, 2.5});
    return pen;
}

} // namespace

/// Which line is what: a piece of the line with its word and unit.
class MeterChart::Legend : public QWidget {
public:
    explicit Legend(QWidget *parent) : QWidget(parent) { setFixedHeight(20); }

    void setPowerDerived(bool derived)
    {
        power_ = derived ? MeterChart::tr("Mean power, kW") : MeterChart::tr("Power, kW");
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(textFont(TextSize::Caption));
        const QString energy = MeterChart::tr("Energy, kWh");
        drawEntry(painter, 0, powerPen(), power_);
        drawEntry(painter, width() - 30 - painter.fontMetrics().horizontalAdvance(energy), energyPen(), energy);
    }

private:
    void drawEntry(QPainter &painter, int left, const QPen &pen, const QString &text)
    {
        painter.setPen(pen);
        painter.drawLine(left, height() / 2, left + 22, height() / 2);
        painter.setPen(Palette::current().color(Role::Muted));
        painter.drawText(QRect(left + 28, 0, width(), height()), Qt::AlignVCenter, text);
    }

    QString power_;
};

class MeterChart::Plot : public QChartView {
public:
    explicit Plot(QWidget *parent) : QChartView(new QChart, parent)
    {
        setFixedHeight(plotHeight);
        setFrameShape(QFrame::NoFrame);
        setRenderHint(QPainter::Antialiasing);
        setFocusPolicy(Qt::StrongFocus);
        setMouseTracking(true);
        viewport()->setAutoFillBackground(false);
        chart()->setMargins({0, 4, 0, 0});
        chart()->layout()->setContentsMargins(0, 0, 0, 0);
        chart()->setBackgroundVisible(false);
        chart()->legend()->hide();
        chart()->setLocalizeNumbers(true);
    }

    std::function<void(int)> pointed; ///< the index of a point, or -1

    void present(const MeterCurve &curve)
    {
        curve_ = curve;
        point_ = std::min(point_, int(curve_.points.size()) - 1);
        draw();
    }

    int shownPoint() const { return point_; }

    void draw()
    {
        chart()->removeAllSeries();
        for (QAbstractAxis *axis : chart()->axes()) {
            chart()->removeAxis(axis);
            delete axis;
        }
        if (curve_.isEmpty())
            return;
        auto *time = timeAxis();
        addLine(
            *time, Qt::AlignRight, energyPen(), [](const MeterPoint &p) { return p.energyWh; }, false);
        addLine(
            *time, Qt::AlignLeft, powerPen(), [](const MeterPoint &p) { return p.powerW; }, curve_.powerIsDerived);
    }

protected:
    void mouseMoveEvent(QMouseEvent *event) override
    {
        QChartView::mouseMoveEvent(event);
        if (curve_.isEmpty() || chart()->series().isEmpty())
            return;
        const double at = chart()->mapToValue(event->position(), chart()->series().constFirst()).x();
        const auto nearest = std::ranges::min_element(
            curve_.points, {}, [at](const MeterPoint &point) { return std::abs(place(point.time) - at); });
        point(int(nearest - curve_.points.begin()));
    }

    void leaveEvent(QEvent *event) override
    {
        QChartView::leaveEvent(event);
        point(-1);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        const int last = int(curve_.points.size()) - 1;
        switch (event->key()) {
        case Qt::Key_Left:
            return point(point_ < 0 ? last : std::max(0, point_ - 1));
        case Qt::Key_Right:
            return point(std::min(last, point_ + 1));
        case Qt::Key_Home:
            return point(std::min(last, 0));
        case Qt::Key_End:
            return point(last);
        default:
            event->ignore(); // Esc closes the detail
        }
    }

    void focusOutEvent(QFocusEvent *event) override
    {
        QChartView::focusOutEvent(event);
        point(-1);
    }

    void drawForeground(QPainter *painter, const QRectF &rect) override
    {
        QChartView::drawForeground(painter, rect);
        if (chart()->series().isEmpty())
            return;
        const QRectF area = chart()->plotArea();
        const auto line = [&](ocpp::Timestamp time, const QPen &pen) {
            const double x = chart()->mapToPosition({place(time), 0}, chart()->series().constFirst()).x();
            painter->setPen(pen);
            painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        };
        for (const ocpp::Timestamp day : dayBoundaries(curve_.from, curve_.to))
            line(day, strokes::pen(Role::Outline, 1));
        if (curve_.isRunning) {
            line(curve_.to, strokes::pen(Role::Accent, 1));
            drawNow(*painter, area);
        }
        if (point_ >= 0)
            line(curve_.points.at(point_).time, strokes::pen(Role::Text, 1));
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            strokes::box(*painter, QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 5, {},
                         Palette::current().color(Role::Accent), 2);
    }

private:
    /// Beside its line, at the foot: there the curves are seldom.
    void drawNow(QPainter &painter, const QRectF &area) const
    {
        const double x = chart()->mapToPosition({place(curve_.to), 0}, chart()->series().constFirst()).x();
        painter.setFont(textFont(TextSize::Caption));
        painter.setPen(Palette::current().color(Role::Accent));
        painter.drawText(QRectF(area.left(), area.bottom() - 18, x - 4 - area.left(), 16), Qt::AlignRight,
                         MeterChart::tr("now"));
    }

    void point(int index)
    {
        point_ = index;
        viewport()->update();
        if (pointed)
            pointed(index);
    }

    QCategoryAxis *timeAxis()
    {
        auto *axis = new QCategoryAxis(this);
        const double end = std::max(place(curve_.to), place(curve_.from) + 60'000);
        const double ahead = curve_.isRunning ? (end - place(curve_.from)) * 0.03 : 0; // so that "now" is not the edge
        axis->setRange(place(curve_.from), end + ahead);
        axis->setStartValue(axis->min());
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        for (const TimeTick &tick : timeTicks(curve_.from, curve_.to, std::max(2, width() / 75)))
            axis->append(tick.text, place(tick.time));
        axis->setGridLineVisible(false);
        dress(*axis);
        chart()->addAxis(axis, Qt::AlignBottom);
        return axis;
    }

    void dress(QAbstractAxis &axis) const
    {
        axis.setLabelsFont(textFont(TextSize::Caption));
        axis.setLabelsColor(Palette::current().color(Role::Muted));
        axis.setLinePen(strokes::pen(Role::Hairline, 1));
        axis.setGridLinePen(strokes::pen(Role::Hairline, 1));
    }

    QValueAxis *valueAxis(double highest, Qt::Alignment side)
    {
        const double step = plot::niceStep(highest);
        auto *axis = new QValueAxis(this);
        const int steps = std::max(1, int(std::ceil(highest / step)));
        axis->setRange(0, steps * step);
        axis->setTickCount(steps + 1);
        axis->setLabelFormat(step >= 1 ? u"%.0f"_s : step >= 0.1 ? u"%.1f"_s : u"%.2f"_s);
        axis->setGridLineVisible(side == Qt::AlignLeft);
        dress(*axis);
        axis->setLineVisible(false);
        chart()->addAxis(axis, side);
        return axis;
    }

    template<class Value>
    void addLine(QAbstractAxis &time, Qt::Alignment side, const QPen &pen, Value value, bool steps)
    {
        QList<QList<QPointF>> pieces(1); // a gap in the data is a gap in the line
        double highest = 0;
        for (const MeterPoint &point : curve_.points) {
            const std::optional<double> at = value(point);
            if (point.afterGap && !pieces.last().isEmpty())
                pieces.append(QList<QPointF>());
            if (!at)
                continue;
            highest = std::max(highest, *at / 1000);
            const QPointF next(place(point.time), *at / 1000);
            if (steps && !pieces.last().isEmpty())
                pieces.last().append({pieces.last().last().x(), next.y()});
            else if (steps)
                pieces.last().append({beginningOf(point), next.y()});
            pieces.last().append(next);
        }
        QValueAxis *axis = valueAxis(highest, side);
        for (const QList<QPointF> &piece : pieces) {
            auto *series = new QLineSeries(chart());
            series->replace(piece);
            series->setPen(pen);
            chart()->addSeries(series);
            series->attachAxis(&time);
            series->attachAxis(axis);
        }
    }

    /// Where a mean begins that ends at `point`.
    double beginningOf(const MeterPoint &point) const
    {
        const auto at = std::ranges::lower_bound(curve_.points, point.time, {}, &MeterPoint::time);
        return place(at == curve_.points.begin() || point.afterGap ? point.time : std::prev(at)->time);
    }

    MeterCurve curve_;
    int point_ = -1;
};

MeterChart::MeterChart(QWidget *parent)
    : QWidget(parent), plot_(new Plot(this)), legend_(new Legend(this)),
      readout_(new Label({}, TextSize::Caption, Role::Text, this))
{
    readout_->wrapping();
    plot_->setAccessibleName(tr("Power and energy over time"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(readout_);
    layout->addWidget(legend_);
    layout->addWidget(plot_);
    plot_->pointed = [this](int point) { presentPoint(point); };
}

MeterChart::~MeterChart()
{
    plot_->pointed = nullptr; // it loses the focus while it goes
}

void MeterChart::present(const MeterCurve &curve)
{
    curve_ = curve;
    legend_->setPowerDerived(curve.powerIsDerived);
    plot_->present(curve);
    plot_->setAccessibleDescription(curve.summary());
    legend_->setHidden(curve.isEmpty());
    plot_->setHidden(curve.isEmpty());
    presentPoint(plot_->shownPoint()); // the line at it stays too
}

QString MeterChart::readout() const
{
    return readout_->text();
}

void MeterChart::presentPoint(int point)
{
    if (point < 0 || point >= curve_.points.size()) {
        readout_->setText(curve_.summary());
        readout_->setAccessibleName({}); // by its text, not by the point that was left
        return;
    }
    const MeterPoint &at = curve_.points.at(point);
    QStringList parts{format::dateTime(at.time)};
    if (at.powerW)
        parts.append(curve_.powerIsDerived ? tr("%1 on average").arg(format::power(*at.powerW))
                                           : format::power(*at.powerW));
    if (at.energyWh)
        parts.append(format::energy(*at.energyWh));
    readout_->setText(parts.join(u" · "_s));
    readout_->setAccessibleName(readout_->text());
}

void MeterChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        plot_->draw();
}

} // namespace ui
