// SPDX-License-Identifier: GPL-3.0-or-later
// schedulecanvasbench [EDITS]: the canvas of the page Schedules with 10 layers of 96 periods on each of 7 days. Draws a
// quarter of an hour again and again, and prints what each edit takes until the week is computed and drawn anew, as a
// Markdown table. With an argument "check" after the number it fails above 16 ms, a frame.
#include "ui/application.h"
#include "ui/pages/schedules/momentstrip.h"
#include "ui/pages/schedules/scheduledocument.h"
#include "ui/pages/schedules/weekcanvas.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int layers = 10;
constexpr int quarter = 15; // min
constexpr double frameMs = 16;

/// No two neighbours alike.
charging::WeekPlan busyPlan(int seed)
{
    charging::WeekPlan plan(charging::Repeats::Weekly);
    for (int at = 0; at < charging::minutesPerWeek; at += quarter)
        plan.draw({at, at + quarter}, {6.0 + (at / quarter * 7 + seed * 5) % 26, {}});
    return plan;
}

void fill(ui::ScheduleDocument &document)
{
    for (int i = 0; i < layers; ++i) {
        ui::Layer layer;
        layer.name = u"Layer %1"_s.arg(i);
        layer.like.chargingProfilePurpose = i == 0 ? ocpp::ChargingProfilePurposeType::ChargePointMaxProfile
                                                   : ocpp::ChargingProfilePurposeType::TxDefaultProfile;
        layer.like.stackLevel = i;
        layer.plan = busyPlan(i);
        document.add(layer, {});
    }
}

struct Cost {
    std::vector<double> edit; ///< ms of a processor: the machine may be busy with other things
    std::vector<double> whole;
};

Cost measure(ui::ScheduleDocument &document, ui::WeekCanvas &canvas, int edits)
{
    Cost cost;
    const auto spent = [](std::clock_t since) { return double(std::clock() - since) * 1e3 / CLOCKS_PER_SEC; };
    for (int i = 0; i < edits; ++i) {
        const int at = i * 37 % (charging::minutesPerWeek / quarter) * quarter;
        const std::clock_t begin = std::clock();
        document.edit(u"Draw"_s, [&](charging::WeekPlan &plan) {
            plan.draw({at, at + quarter}, {6.0 + (i * 11) % 26, {}});
        });
        cost.edit.push_back(spent(begin));
        canvas.viewport()->repaint();
        cost.whole.push_back(spent(begin));
        QApplication::processEvents();
    }
    std::ranges::sort(cost.edit);
    std::ranges::sort(cost.whole);
    return cost;
}

double at(const std::vector<double> &sorted, double share)
{
    return sorted[std::min(sorted.size() - 1, std::size_t(share * double(sorted.size())))];
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QApplication application(argc, argv);
    ui::prepareApplication(application, u"en"_s);
    const QStringList arguments = QApplication::arguments();
    const int edits = std::max(1, arguments.value(1, u"500"_s).toInt());
    ui::ScheduleDocument document(QTimeZone("Europe/Berlin"));
    fill(document);
    ui::WeekCanvas canvas(document);
    canvas.resize(1000, 700);
    canvas.show();
    const ui::MomentStrip words(canvas);
    QApplication::processEvents();
    const Cost cost = measure(document, canvas, edits);
    std::printf("| ms for an edit | median | 95 %% | worst |\n|---|---|---|---|\n");
    std::printf("| compute the week (10 layers, 7 x 96 periods) | %.2f | %.2f | %.2f |\n", at(cost.edit, 0.5),
                at(cost.edit, 0.95), cost.edit.back());
    std::printf("| and draw it | %.2f | %.2f | %.2f |\n", at(cost.whole, 0.5), at(cost.whole, 0.95), cost.whole.back());
    const bool isChecked = arguments.value(2) == "check"_L1;
    return isChecked && at(cost.whole, 0.5) > frameMs ? 1 : 0;
}
