// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commands.h"
#include "store/configuration.h"
#include "store/reconciliations.h"
#include "ui/models/column.h"
#include "ui/pages/stations/configuration/keyfacts.h"
#include "ui/text/statewords.h"

#include <span>

namespace ui {

/// One key of one station: what the station reported beside what is wanted of it.
struct ConfigurationRow {
    store::ConfigurationKey entry;
    const KeyFacts *facts = nullptr; ///< null: a vendor's own key
    bool stationOnline = false;
    store::Reconciliation step{}; ///< how far the station's wishes as a whole have got

    [[nodiscard]] const QString &key() const { return entry.keyFolded; }
    /// The value is never shown (behaviour 28).
    [[nodiscard]] bool isSecret() const;
    /// As a person reads it: with its unit, yes and no.
    [[nodiscard]] QString reportedText() const;
    /// Empty: nothing is wanted but what is.
    [[nodiscard]] QString wantedText() const;
    /// Where the wish stands; an empty word: there is none.
    [[nodiscard]] StateWord state() const;
    /// The state in a sentence: what it means and what to do.
    [[nodiscard]] QString stateSentence() const;
    [[nodiscard]] KeyKind kind() const;
};

std::span<const Column<ConfigurationRow>> configurationColumns();
/// The translation context of the titles.
inline constexpr auto configurationColumnsContext = "ui::ConfigurationRow";

/// A value of this key in words: "300 s", "yes"; what does not fit the key stays as it is.
QString valueText(const KeyFacts *facts, const QString &value);

/// All that the configuration of one station shows, read in one go.
struct ConfigurationReading {
    QList<ConfigurationRow> rows; ///< by key
    bool online = false;
    bool sessionRuns = false;
    bool isBeingRead = false;               ///< a GetConfiguration waits or is under way
    std::optional<store::Command> restart{}; ///< the latest Reset of the last minutes
    std::optional<ocpp::Timestamp> readAt{};
    store::Reconciliation step{}; ///< how far the wishes have got

    /// There is something to bring to the station, or to resume.
    [[nodiscard]] bool isKeptInStep() const;
    [[nodiscard]] int count(store::ConfigurationState state) const;
};

/// On the reader's thread.
ConfigurationReading readConfiguration(store::Database &db, const QString &station);

} // namespace ui
