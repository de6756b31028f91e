// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/chargingprofiles.h"
#include "ui/backend.h"

#include <QObject>

namespace store {
class Database;
}

namespace ui {

class NoticeBar;

/// Writes what a person wants of profiles, says in a notice what came of it, and takes it back on demand.
class ProfileDeeds : public QObject {
    Q_OBJECT
public:
    /// The notice outlives the deeds.
    ProfileDeeds(const Backend &backend, NoticeBar &notice, QObject *parent);

    using Then = std::function<void(bool done)>;
    void save(const QString &name, const QJsonObject &profile, const Then &then);
    void remove(const QString &name);
    void apply(const store::ProfileWish &wish, const QString &profileName, const Then &then);
    /// Several at once. What does not fit is left out; the notice says how many.
    void applyAll(const QList<store::ProfileWish> &wishes, const Then &then);
    void withdraw(const store::StationProfile &row, const QString &profileName);
    /// All that a station has at a connector, also what nobody here knows of: by ClearChargingProfile.
    void clear(const QString &station, int connector);

private:
    struct Result;
    using Deed = std::function<Result(store::Database &)>;
    using Saying = std::function<QString(const Result &)>;
    void carryOut(const Deed &deed, const Saying &saying, const Then &then = {});
    void takeBack();

    Backend backend_;
    NoticeBar &notice_;
    std::function<QString(store::Database &)> back_; ///< says what went wrong; empty: nothing to take back
};

} // namespace ui
