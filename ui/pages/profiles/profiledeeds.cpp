// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/profiledeeds.h"

#include "ocpp/messages/smartcharging.h"
#include "store/clock.h"
#include "store/commandrequest.h"
#include "store/stations.h"
#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/text/refusalwords.h"
#include "ui/text/storewords.h"
#include "ui/widgets/noticebar.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using store::ChargingProfiles;

/// What makes a place again what it is now.
store::ProfileWish wishOf(const store::StationProfile &row)
{
    const QByteArray profile = row.desired ? *row.desired : row.accepted.value_or("{}");
    return {row.station, row.connector, row.nameKey, QJsonDocument::fromJson(profile).object()};
}

bool isSamePlace(const store::StationProfile &one, const store::StationProfile &other)
{
    return one.connector == other.connector && one.purpose == other.purpose && one.stackLevel == other.stackLevel
           && one.transactionId == other.transactionId;
}

store::ProfileFilter filterOf(const store::StationProfile &row)
{
    return {.id = {}, .connector = row.connector, .purpose = row.purpose, .stackLevel = row.stackLevel};
}

QList<store::ProfileWish> wishesAt(store::Database &db, const QString &station, const store::ProfileFilter &filter)
{
    QList<store::ProfileWish> wishes;
    for (const store::StationProfile &row : ChargingProfiles(db).list(station)) {
        if ((row.desired || row.state == store::ProfileState::Reported) && store::matches(filter, row))
            wishes.append(wishOf(row));
    }
    return wishes;
}

/// Why one of them could not be; empty: all are desired again.
QString desireAgain(store::Database &db, const QList<store::ProfileWish> &wishes)
{
    QString trouble;
    for (const store::ProfileWish &wish : wishes) {
        auto desired = ChargingProfiles(db).desire(wish, store::now());
        if (!desired && desired.error().kind == store::ProfileRefusal::Kind::UnknownName)
            desired = ChargingProfiles(db).desire({wish.station, wish.connector, {}, wish.profile}, store::now());
        if (!desired && trouble.isEmpty())
            trouble = refusalText(desired.error());
    }
    return trouble;
}

/// What is desired at these stations under other names, or none.
QList<store::StationProfile> wantedBeside(store::Database &db, const QStringList &stations, const QString &name)
{
    QList<store::StationProfile> rows;
    for (const QString &station : stations) {
        for (const store::StationProfile &row : ChargingProfiles(db).list(station)) {
            if (row.desired && row.nameKey != store::folded(name))
                rows.append(row);
        }
    }
    return rows;
}

/// Those of `before` whose place something else has by now.
QList<store::ProfileWish> lostOf(store::Database &db, const QList<store::StationProfile> &before)
{
    QList<store::ProfileWish> lost;
    for (const store::StationProfile &row : before) {
        const auto stays = [&row](const store::StationProfile &now) {
            return isSamePlace(now, row) && now.nameKey == row.nameKey && now.desired == row.desired;
        };
        if (!std::ranges::any_of(ChargingProfiles(db).list(row.station), stays))
            lost.append(wishOf(row));
    }
    return lost;
}

QString usedText(const QString &name, const QStringList &users)
{
    return ProfileDeeds::tr("%1 is wanted at %2. Withdraw it there first.").arg(name, users.join(u", "_s));
}

} // namespace

struct ProfileDeeds::Result {
    QString trouble{}; ///< why nothing was done
    int reached = 0; ///< stations, or places
    int refused = 0; ///< of several
    std::function<QString(store::Database &)> back{};
};

ProfileDeeds::ProfileDeeds(const Backend &backend, NoticeBar &notice, QObject *parent)
    : QObject(parent), backend_(backend), notice_(notice)
{
    connect(&notice_, &NoticeBar::firstRequested, this, &ProfileDeeds::takeBack);
}

void ProfileDeeds::carryOut(const Deed &deed, const Saying &saying, const Then &then)
{
    back_ = nullptr;
    backend_.writer->submit(deed) | answerTo(this, [this, saying, then](const store::Outcome<Result> &outcome) {
        const QString trouble = outcome ? outcome->trouble : storeWords(outcome.error()).sentence();
        if (trouble.isEmpty()) {
            back_ = outcome->back;
            notice_.present(u"check"_s, Role::Good, saying(*outcome));
            notice_.presentActions(back_ ? tr("Undo") : QString());
        } else {
            notice_.present(u"warning"_s, Role::Fault, trouble);
        }
        if (then)
            then(trouble.isEmpty());
    });
}

void ProfileDeeds::takeBack()
{
    const auto back = std::exchange(back_, nullptr);
    if (!back)
        return;
    backend_.writer->submit(back) | answerTo(this, [this](const store::Outcome<QString> &outcome) {
        const QString trouble = outcome ? *outcome : storeWords(outcome.error()).sentence();
        if (trouble.isEmpty())
            notice_.present(u"undo"_s, Role::Accent, tr("Taken back."));
        else
            notice_.present(u"warning"_s, Role::Fault, trouble);
    });
}

void ProfileDeeds::save(const QString &name, const QJsonObject &profile, const Then &then)
{
    const auto deed = [name, profile](store::Database &db) {
        ChargingProfiles profiles(db);
        const auto before = profiles.named(name);
        Result result;
        const QList<store::StationProfile> beside = wantedBeside(db, profiles.stationsUsing(name), name);
        result.reached = int(profiles.saveNamed(name, profile, store::now()).size());
        // Of another purpose or level, it takes the place of what is desired there.
        result.back = [name, before, lost = lostOf(db, beside)](store::Database &again) {
            ChargingProfiles library(again);
            if (before) {
                library.saveNamed(before->name, QJsonDocument::fromJson(before->profile).object(), store::now());
                return desireAgain(again, lost);
            }
            const QStringList users = library.stationsUsing(name);
            if (!users.isEmpty())
                return usedText(name, users);
            library.removeNamed(name);
            return QString();
        };
        return result;
    };
    carryOut(
        deed,
        [name](const Result &result) {
            return result.reached == 0 ? tr("%1 was saved.").arg(name)
                                       : tr("%1 was saved. %n station(s) get it.", nullptr, result.reached).arg(name);
        },
        then);
}

void ProfileDeeds::remove(const QString &name)
{
    const auto deed = [name](store::Database &db) {
        ChargingProfiles profiles(db);
        const auto before = profiles.named(name);
        const QStringList users = profiles.stationsUsing(name);
        Result result;
        if (!users.isEmpty())
            result.trouble = usedText(name, users);
        else if (before && profiles.removeNamed(name))
            result.back = [before = *before](store::Database &again) {
                ChargingProfiles(again).saveNamed(before.name, QJsonDocument::fromJson(before.profile).object(),
                                                  store::now());
                return QString();
            };
        return result;
    };
    carryOut(deed, [name](const Result &) { return tr("%1 was deleted.").arg(name); });
}

void ProfileDeeds::apply(const store::ProfileWish &wish, const QString &profileName, const Then &then)
{
    const auto deed = [wish](store::Database &db) {
        ChargingProfiles profiles(db);
        const QList<store::StationProfile> before = profiles.list(wish.station);
        const auto desired = profiles.desire(wish, store::now());
        Result result;
        if (!desired) {
            result.trouble = refusalText(desired.error());
            return result;
        }
        const store::StationProfile &row = desired->row;
        const auto replaced = std::ranges::find_if(
            before, [&row](const store::StationProfile &other) { return other.desired && isSamePlace(other, row); });
        if (replaced == before.end())
            result.back = [row](store::Database &again) {
                ChargingProfiles(again).withdraw(row.station, filterOf(row), store::now());
                return QString();
            };
        else
            result.back = [wishes = QList{wishOf(*replaced)}](store::Database &again) {
                return desireAgain(again, wishes);
            };
        return result;
    };
    carryOut(
        deed,
        [wish, profileName](const Result &) {
            return tr("%1 is for %2, %3 from now on.").arg(profileName, wish.station, placeWord(wish.connector));
        },
        then);
}

void ProfileDeeds::applyAll(const QList<store::ProfileWish> &wishes, const Then &then)
{
    const auto deed = [wishes](store::Database &db) {
        ChargingProfiles profiles(db);
        Result result;
        QList<store::ProfileWish> before;
        QList<store::StationProfile> fresh;
        for (const store::ProfileWish &wish : wishes) {
            const QList<store::StationProfile> there = profiles.list(wish.station);
            const auto desired = profiles.desire(wish, store::now());
            if (!desired) {
                ++result.refused;
                result.trouble = refusalText(desired.error());
                continue;
            }
            ++result.reached;
            const auto replaced = std::ranges::find_if(there, [&](const store::StationProfile &other) {
                return other.desired && isSamePlace(other, desired->row);
            });
            if (replaced == there.end())
                fresh.append(desired->row);
            else
                before.append(wishOf(*replaced));
        }
        if (result.reached > 0)
            result.trouble.clear();
        result.back = [before, fresh](store::Database &again) {
            for (const store::StationProfile &row : fresh)
                ChargingProfiles(again).withdraw(row.station, filterOf(row), store::now());
            return desireAgain(again, before);
        };
        return result;
    };
    carryOut(
        deed,
        [](const Result &result) {
            const QString sent = tr("%n profile(s) are on their way.", nullptr, result.reached);
            return result.refused == 0 ? sent : sent + u' ' + tr("%n did not fit.", nullptr, result.refused);
        },
        then);
}

void ProfileDeeds::withdraw(const store::StationProfile &row, const QString &profileName)
{
    const auto deed = [row](store::Database &db) {
        const QList<store::ProfileWish> wishes = wishesAt(db, row.station, filterOf(row));
        Result result;
        result.reached = ChargingProfiles(db).withdraw(row.station, filterOf(row), store::now());
        if (!wishes.isEmpty())
            result.back = [wishes](store::Database &again) { return desireAgain(again, wishes); };
        return result;
    };
    carryOut(deed, [row, profileName](const Result &) {
        return tr("%1 is withdrawn from %2, %3.").arg(profileName, row.station, placeWord(row.connector));
    });
}

void ProfileDeeds::clear(const QString &station, int connector)
{
    const auto deed = [station, connector](store::Database &db) {
        const store::ProfileFilter filter{.id = {}, .connector = connector, .purpose = {}, .stackLevel = {}};
        const QList<store::ProfileWish> wishes = wishesAt(db, station, filter);
        Result result;
        const auto command = store::enqueue(db, {.station = station,
                                                 .action = ocpp::ClearChargingProfile::action,
                                                 .payload = {{u"connectorId"_s, connector}},
                                                 .origin = u"window"_s,
                                                 .expiresIn = {}});
        if (!command) {
            result.trouble = refusalWords(command.error());
            return result;
        }
        result.reached = ChargingProfiles(db).withdraw(station, filter, store::now());
        if (!wishes.isEmpty())
            result.back = [wishes, id = command->id](store::Database &again) {
                store::Commands(again).cancel(id, store::now());
                return desireAgain(again, wishes);
            };
        return result;
    };
    carryOut(deed, [station, connector](const Result &result) {
        return tr("All profiles of %1, %2 are cleared: %n known here.", nullptr, result.reached)
            .arg(station, placeWord(connector));
    });
}

} // namespace ui
