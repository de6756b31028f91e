// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/profilecheck.h"

#include <QJsonObject>
#include <QWidget>

#include <array>

namespace ui {

class FieldEditor;
class FieldList;
class PeriodTable;

/// All of a charging profile but its number and its session: those are handed out where it is installed.
class ProfileEditor : public QWidget {
    Q_OBJECT
public:
    /// Groups of fields, as they stand below each other.
    enum Part { General, Schedule, MoreGeneral, MoreSchedule };
    static constexpr std::size_t parts = 4;
    static constexpr int labelWidth = 124; ///< px

    explicit ProfileEditor(QWidget *parent = nullptr);

    /// OCPP JSON (7.8). What means nothing for the kind that is chosen is left out.
    [[nodiscard]] QJsonObject profile() const;
    void setProfile(const QJsonObject &profile);
    /// What a new profile begins with: 16 A for every session, every day.
    static QJsonObject beginning();
    /// Says at each field what is wrong with it; what belongs to none is returned.
    QList<charging::Problem> complain(const QList<charging::Problem> &problems);

signals:
    void changed();

private:
    static bool isOfSchedule(Part part) { return part == Schedule || part == MoreSchedule; }
    QWidget *buildPeriods();
    void follow();
    /// Null: there is none of that name.
    [[nodiscard]] FieldEditor *editor(QLatin1StringView name) const;

    QJsonObject begun_;
    std::array<FieldList *, parts> lists_{};
    PeriodTable *periods_ = nullptr;
};

} // namespace ui
