// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/stepwords.h"

#include "store/certificates.h"
#include "store/chargingprofiles.h"
#include "store/configuration.h"
#include "store/firmware.h"
#include "store/locallists.h"
#include "ui/text/format.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::Reconciliation;
using store::ReconciliationState;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::StepWords)
};

QString differences(const Reconciliation &row)
{
    return Words::tr("%n difference(s)", nullptr, row.difference);
}

StepWords paused(const Reconciliation &row)
{
    StepWords words{{Shape::Pause, Role::Caution}, Words::tr("Paused"), {}, stepReason(row.reason)};
    words.sentence = row.difference == 0
                         ? Words::tr("In step. Paused: later changes are not sent.")
                         : Words::tr("%1. Paused: nothing is sent.").arg(differences(row));
    return words;
}

StepWords working(const Reconciliation &row, bool online)
{
    const QString sentence = online ? Words::tr("%1. Being sent.") : Words::tr("%1. Sent when the station is back.");
    return {{Shape::Clock, Role::Accent}, differences(row), sentence.arg(differences(row)), stepReason(row.reason)};
}

QString whenText(const Reconciliation &row, bool online, ocpp::Timestamp now)
{
    if (!online)
        return Words::tr("%1. Goes on when the station is back.").arg(differences(row));
    if (!row.nextTry)
        return Words::tr("%1. Waits.").arg(differences(row));
    // Not "in 0 s" while the engine is about to look.
    const auto left = std::max<std::chrono::milliseconds>(*row.nextTry - now + 999ms, 1s);
    return Words::tr("%1. Next try in %2.", "differences, time").arg(differences(row), format::span(left));
}

StepWords waiting(const Reconciliation &row, bool online, ocpp::Timestamp now)
{
    if (row.difference == 0)
        return {{Shape::Clock, Role::Accent}, Words::tr("Checked soon"), Words::tr("It is compared in a moment."), {}};
    return {
        {Shape::HalfDisc, Role::Caution}, differences(row), whenText(row, online, now), stepReason(row.reason), true};
}

struct TopicWord {
    QLatin1StringView topic;
    const char *word;
};
constexpr std::array topicWords{
    TopicWord{store::configurationTopic, QT_TRANSLATE_NOOP("ui::StepWords", "Configuration")},
    TopicWord{store::LocalLists::topic, QT_TRANSLATE_NOOP("ui::StepWords", "Local list")},
    TopicWord{store::chargingProfilesTopic, QT_TRANSLATE_NOOP("ui::StepWords", "Charging profiles")},
    TopicWord{store::certificatesTopic, QT_TRANSLATE_NOOP("ui::StepWords", "Certificates")},
    TopicWord{store::Firmware::topic, QT_TRANSLATE_NOOP("ui::StepWords", "Firmware")},
};

} // namespace

QString topicWord(QStringView topic)
{
    const auto known = std::ranges::find_if(topicWords, [&](const TopicWord &row) { return topic == row.topic; });
    return known == topicWords.end() ? QString() : Words::tr(known->word);
}

QString stepReason(const QString &reason)
{
    const QString whole = storedText(reason);
    const qsizetype colon = reason.indexOf(": "_L1);
    return whole != reason || colon < 0 ? whole : reason.left(colon + 2) + storedText(reason.mid(colon + 2));
}

StepWords stepWords(const Reconciliation &row, bool online, ocpp::Timestamp now)
{
    if (row.paused)
        return paused(row);
    switch (row.state) {
    case ReconciliationState::Working: return working(row, online);
    case ReconciliationState::Waiting: return waiting(row, online, now);
    case ReconciliationState::GaveUp:
        return {{Shape::Triangle, Role::Fault}, Words::tr("Given up"),
                Words::tr("Given up: %1.").arg(differences(row)), stepReason(row.reason), true};
    case ReconciliationState::InSync: break;
    }
    return {{Shape::Check, Role::Good}, Words::tr("In step"), Words::tr("In step."), {}};
}

} // namespace ui
