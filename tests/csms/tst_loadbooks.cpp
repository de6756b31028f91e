// SPDX-License-Identifier: GPL-3.0-or-later
// The books of load balancing against stations that keep what they are told, by the rules of 3.13, whatever becomes of
// commands and answers, and whoever else tells them something.
#include "csms/services/commandend.h"
#include "csms/services/loadbalancer.h"
#include "store/configuration.h"
#include "store/siteview.h"
#include "store/storetest.h"

#include <QJsonDocument>

#include <algorithm>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using ocpp::Timestamp;
using store::CommandState;

namespace {

constexpr int runs = 20;
constexpr int stepsPerRun = 250;
constexpr double maximum = 32;
constexpr double tolerance = 0.01;

struct Installed {
    int id = 0;
    int level = 0;
    double amps = 0;
    std::optional<Timestamp> until;
};

/// A station's ChargePointMaxProfiles.
struct Outlet {
    QString id;
    QList<Installed> installed;
    bool isOnline = true;
    std::optional<qint64> late; ///< a command that it did, and that it may still answer

    double allows(Timestamp now) const
    {
        const Installed *best = nullptr;
        for (const Installed &profile : installed) {
            if ((!profile.until || now < *profile.until) && (!best || profile.level > best->level))
                best = &profile;
        }
        return best ? std::min(best->amps, maximum) : maximum;
    }
    void obey(const store::Command &command)
    {
        const QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
        if (command.action == "ClearChargingProfile"_L1) {
            installed.removeIf([&payload](const Installed &profile) {
                if (payload.contains("id"_L1))
                    return profile.id == payload["id"_L1].toInt();
                return payload["stackLevel"_L1].toInt(profile.level) == profile.level;
            });
            return;
        }
        const QJsonObject set = payload["csChargingProfiles"_L1].toObject();
        Installed profile{set["chargingProfileId"_L1].toInt(), set["stackLevel"_L1].toInt(), 0, {}};
        profile.amps = set["chargingSchedule"_L1]["chargingSchedulePeriod"_L1][0]["limit"_L1].toDouble();
        if (set.contains("validTo"_L1))
            profile.until = ocpp::parseTimestamp(set["validTo"_L1].toString(), ocpp::Zone::Utc)->value;
        installed.removeIf([&profile](const Installed &other) {
            return other.id == profile.id || other.level == profile.level;
        });
        installed.append(profile);
    }
};

class Yard {
public:
    explicit Yard(quint32 seed) : random_(seed), db_(storetest::open(storetest::freshSqliteLocation()))
    {
        for (int i = 0; i < 3; ++i) {
            Outlet outlet{u"CP%1"_s.arg(i), {}, true, {}};
            storetest::addStation(*db_, outlet.id);
            store::Stations(*db_).setOnline(outlet.id, {.node = u"n"_s, .since = now});
            store::Stations(*db_).reportClockDrift(outlet.id, 0ms);
            outlets_.append(outlet);
            demand(i);
        }
        save({true, true, true});
    }

    void step()
    {
        const int at = number(0, int(outlets_.size()) - 1);
        const int what = number(1, 100);
        if (what <= 60)
            deliver(at);
        else if (what <= 72)
            demand(at);
        else if (what <= 80)
            somebodyTells(at);
        else if (what <= 84)
            breakOff(at);
        else if (what <= 87)
            boot(at, chance(50));
        else if (what <= 90)
            save({chance(70), chance(70), chance(70)});
        else if (what <= 92)
            tellLevels(at);
        else if (what <= 95)
            lateAnswer(at);
        else
            reconnect(at);
        look();
    }
    /// Everybody is well again, for long.
    void heal()
    {
        isCalm_ = true;
        save({true, true, true});
        for (int i = 0; i < 300; ++i) {
            for (int at = 0; at < outlets_.size(); ++at)
                reconnect(at);
            look();
            for (int at = 0; at < outlets_.size(); ++at)
                deliver(at);
            now += 30s;
        }
    }
    double allowed() const
    {
        double sum = 0;
        for (const Outlet &outlet : outlets_)
            sum += outlet.allows(now);
        return sum;
    }
    void wait() { now += std::chrono::milliseconds(chance(95) ? number(0, 6'000) : number(0, 400'000)); }

    /// What a member is told to draw beyond what the books say.
    double beyondTheBooks()
    {
        double most = -maximum;
        for (const Outlet &outlet : std::as_const(outlets_)) {
            if (const auto amps = mayDraw(outlet.id))
                most = std::max(most, outlet.allows(now) - *amps);
        }
        return most;
    }
    qint64 rowsOf() { return db_->value(u"SELECT COUNT(*) FROM site_limits"_s).toLongLong(); }
    int trusted()
    {
        return int(std::ranges::count_if(outlets_, [this](const Outlet &outlet) {
            return mayDraw(outlet.id).value_or(maximum) < maximum;
        }));
    }
    QString problem() { return storetest::problem(*db_); }

    static constexpr double fuse = 40;
    Timestamp now{std::chrono::seconds(1'780'000'000)};
    bool hearsOthers = true; ///< of what somebody else tells the stations

    double booked()
    {
        double sum = 0;
        for (const Outlet &outlet : std::as_const(outlets_))
            sum += mayDraw(outlet.id).value_or(0);
        return sum;
    }

private:
    void look()
    {
        store::Commands(*db_).expireDue(now);
        csms::loadbalancer::runDue(*db_, u"n"_s, now);
    }
    int number(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }
    bool chance(int percent) { return number(1, 100) <= percent; }

    std::optional<double> mayDraw(const QString &id)
    {
        store::Sites sites(*db_);
        const auto member = sites.member(id);
        return member ? std::optional(store::holdingOf(*member, sites.limits(id), 0).mayDraw(now)) : std::nullopt;
    }
    void save(const QList<bool> &areIn)
    {
        store::SiteFuse main;
        main.name = u"Main"_s;
        main.limitL1 = main.limitL2 = main.limitL3 = fuse;
        store::SiteSetup setup{u"Yard"_s, {main}, {}};
        for (int i = 0; i < outlets_.size(); ++i) {
            store::SiteMember member;
            member.station = outlets_[i].id;
            member.fuse = main.name;
            member.priority = i + 1;
            if (areIn[i])
                setup.members.append(member);
        }
        if (!store::Sites(*db_).save(setup, now))
            qFatal("The site cannot be saved.");
    }
    void demand(int at)
    {
        constexpr QLatin1StringView statuses[] = {"Available"_L1, "Charging"_L1, "Charging"_L1, "SuspendedEV"_L1};
        store::StatusChange change;
        change.station = outlets_[at].id;
        change.connector = 1;
        change.status = statuses[number(0, 3)];
        change.errorCode = u"NoError"_s;
        change.received = now;
        store::Connectors(*db_).report(change);
        csms::loadbalancer::touched(*db_, outlets_[at].id, now);
    }
    void queue(int at, const QString &action, const QJsonObject &payload)
    {
        store::Command command;
        command.station = outlets_[at].id;
        command.action = action;
        command.payload = QJsonDocument(payload).toJson(QJsonDocument::Compact);
        command.created = now;
        store::Commands(*db_).queue(command);
    }
    /// A person or a tool.
    void somebodyTells(int at)
    {
        const int ids[] = {7, store::fallbackProfileId, store::shareProfileId};
        const int id = ids[number(0, 2)];
        if (chance(30))
            return queue(at, u"ClearChargingProfile"_s, {{u"id"_s, id}});
        if (chance(30))
            return queue(at, u"ClearChargingProfile"_s, {});
        if (chance(30))
            return queue(at, u"ClearChargingProfile"_s, {{u"stackLevel"_s, number(0, 4)}});
        const QJsonObject period{{u"startPeriod"_s, 0}, {u"limit"_s, number(0, 32)}};
        const QJsonObject schedule{{u"chargingRateUnit"_s, u"A"_s}, {u"chargingSchedulePeriod"_s, QJsonArray{period}}};
        queue(at, u"SetChargingProfile"_s,
              {{u"connectorId"_s, 0},
               {u"csChargingProfiles"_s, QJsonObject{{u"chargingProfileId"_s, id},
                                                     {u"stackLevel"_s, number(0, highest_[at].value_or(5))},
                                                     {u"chargingProfilePurpose"_s, u"ChargePointMaxProfile"_s},
                                                     {u"chargingProfileKind"_s, u"Absolute"_s},
                                                     {u"chargingSchedule"_s, schedule}}}});
    }
    /// All that is queued, one by one, until an answer is missing.
    void deliver(int at)
    {
        Outlet &outlet = outlets_[at];
        store::Commands commands(*db_);
        while (outlet.isOnline) {
            const auto command = commands.next(outlet.id, now);
            if (!command)
                return;
            commands.markSent(command->id, u"m%1"_s.arg(command->id), now);
            if (hearsOthers)
                csms::loadbalancer::sent(*db_, *command, now);
            const int what = isCalm_ ? 1 : number(1, 100);
            if (what <= 80) {
                outlet.obey(*command);
                answered(*command, CommandState::Accepted);
            } else if (what <= 86) {
                answered(*command, CommandState::Rejected);
            } else if (what <= 90) {
                if (chance(50))
                    outlet.obey(*command);
                csms::endCommand(*db_, command->id, {CommandState::Error, "{\"status\":1}", u"unreadable"_s, now, false});
            } else if (what <= 95) {
                if (chance(70)) {
                    outlet.obey(*command);
                    outlet.late = command->id;
                }
                csms::endCommand(*db_, command->id, {CommandState::Timeout, {}, u"silent"_s, now, false});
                return;
            } else {
                if (chance(50))
                    outlet.obey(*command);
                csms::endCommand(*db_, command->id, {CommandState::Unknown, {}, u"lost"_s, now, false});
                return breakOff(at);
            }
        }
    }
    void answered(const store::Command &command, CommandState state, bool late = false)
    {
        csms::endCommand(*db_, command.id, {state, "{}", {}, now, late});
        const bool isClear = command.action == "ClearChargingProfile"_L1;
        if (state == CommandState::Accepted && isClear && csms::loadbalancer::isOurs(command))
            csms::loadbalancer::takenBack(*db_, command, now);
    }
    void lateAnswer(int at)
    {
        if (const auto id = std::exchange(outlets_[at].late, std::nullopt); id && outlets_[at].isOnline)
            answered(*store::Commands(*db_).find(*id), CommandState::Accepted, true);
    }
    void breakOff(int at)
    {
        outlets_[at].isOnline = false;
        outlets_[at].late.reset();
        store::Stations(*db_).setOffline(outlets_[at].id, u"n"_s, now, now);
    }
    void reconnect(int at)
    {
        outlets_[at].isOnline = true;
        store::Stations(*db_).setOnline(outlets_[at].id, {.node = u"n"_s, .since = now});
        csms::loadbalancer::touched(*db_, outlets_[at].id, now);
    }
    void boot(int at, bool forgets)
    {
        if (forgets)
            outlets_[at].installed.clear();
        breakOff(at);
        reconnect(at);
        csms::loadbalancer::booted(*db_, outlets_[at].id, now);
    }
    void tellLevels(int at)
    {
        highest_[at] = highest_[at].value_or(5);
        store::Configuration(*db_).report(outlets_[at].id,
                                          {{u"ChargeProfileMaxStackLevel"_s, QString::number(*highest_[at]), true}}, now);
    }

    std::mt19937 random_;
    std::unique_ptr<store::Database> db_;
    QList<Outlet> outlets_;
    QHash<int, std::optional<int>> highest_;
    bool isCalm_ = false;
};

} // namespace

class tst_LoadBooks : public QObject {
    Q_OBJECT

private slots:
    void theBooksAreNeverTooLow()
    {
        int trusted = 0;
        int steps = 0;
        qint64 rows = 0;
        for (quint32 seed = 1; seed <= runs; ++seed) {
            Yard yard(seed);
            for (int i = 0; i < stepsPerRun; ++i, ++steps) {
                yard.step();
                const QString where = u"seed %1, step %2: "_s.arg(seed).arg(i);
                const double beyond = yard.beyondTheBooks();
                QVERIFY2(beyond <= tolerance, qPrintable(where + u"%1 A more than booked"_s.arg(beyond)));
                trusted += yard.trusted();
                yard.wait();
                rows = std::max(rows, yard.rowsOf());
            }
            yard.heal();
            QVERIFY2(yard.booked() <= Yard::fuse + tolerance, qPrintable(u"seed %1: %2 A booked"_s.arg(seed).arg(yard.booked())));
            QVERIFY(yard.allowed() <= yard.booked() + tolerance);
            QCOMPARE(yard.problem(), QString());
        }
        qInfo("%d steps; %d of %d times a station was trusted; at most %lld limits in the books", steps, trusted, steps * 3, rows);
        QVERIFY(trusted > steps / 2);
        QVERIFY(rows <= 3 * 6);
    }
    /// The test itself: books that know nothing of others' commands are caught.
    void deafnessIsCaught()
    {
        int caught = 0;
        for (quint32 seed = 1; seed <= runs && caught == 0; ++seed) {
            Yard yard(seed);
            yard.hearsOthers = false;
            for (int i = 0; i < stepsPerRun && caught == 0; ++i) {
                yard.step();
                caught += yard.beyondTheBooks() > tolerance ? 1 : 0;
                yard.wait();
            }
        }
        QVERIFY(caught > 0);
    }
};

QTEST_GUILESS_MAIN(tst_LoadBooks)
#include "tst_loadbooks.moc"
