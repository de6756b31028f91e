// SPDX-License-Identifier: GPL-3.0-or-later
#include "endings.h"

#include "firmwaresample.h"
#include "store/clock.h"
#include "store/filelinks.h"
#include "store/firmware.h"
#include "store/reconciliations.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace endings {
namespace {

constexpr auto patience = 30s;
// Longer than the steps before the one that counts ever take.
constexpr int shortCallTimeout = 2; // s
// More than a slow answer takes, less than a station waits for an answer of ours.
constexpr auto whileItGoesOn = 15s;

bool mustTimeOut(Ending ending)
{
    return ending == Ending::NoAnswer || ending == Ending::LateAnswer;
}

QString behaviourFor(Ending ending)
{
    switch (ending) {
    case Ending::Accepted:
        return u"accept"_s;
    case Ending::Rejected:
        return u"reject"_s;
    case Ending::NotSupported:
        return u"error:NotSupported"_s;
    case Ending::CallError:
        return u"error:InternalError"_s;
    case Ending::NoAnswer:
    case Ending::Restarted:
        return u"silent"_s;
    case Ending::LateAnswer:
        return u"slow:1500"_s;
    case Ending::Disconnected:
        return u"drop"_s;
    }
    return {};
}

/// As in Feature::request.
QString requestOf(const QString &action, const QJsonObject &payload)
{
    return action == "DataTransfer"_L1 ? action + u'.' + payload["messageId"_L1].toString() : action;
}

store::FirmwareImage sampleImage()
{
    store::FirmwareImage image;
    image.name = u"fw.bin"_s;
    image.version = u"2.0"_s;
    image.file = u"1"_s;
    image.size = 8;
    image.sha256 = QString::fromLatin1(sha256Hex);
    image.signature = QString::fromLatin1(signature);
    image.signingCertificate = QString::fromLatin1(certificate);
    return image;
}

} // namespace

void Part::ask(const QString &action, const QJsonObject &payload) const
{
    if (engine.command(id, action, payload) == 0)
        qFatal("The test's own %s is refused.", qPrintable(action));
}

QString Part::topic(QLatin1StringView name) const
{
    using enum store::ReconciliationState;
    const auto state = engine.onStore([station = id, topic = QString(name)](store::Database &db) {
        return store::Reconciliations(db).find(station, topic).state;
    });
    return state == InSync || state == GaveUp ? QString(toString(state)) : u"open"_s;
}

Cell Feature::cellOf(Ending ending) const
{
    switch (ending) {
    case Ending::Accepted:
    case Ending::LateAnswer:
        return {u"accepted"_s, accepted};
    case Ending::Rejected:
        return rejected;
    case Ending::NotSupported:
        return notSupported;
    case Ending::CallError:
        return callError;
    case Ending::NoAnswer:
        return {u"timeout"_s, unanswered};
    case Ending::Disconnected:
    case Ending::Restarted:
        return {u"unknown"_s, unanswered};
    }
    return {};
}

void Inbox::frame(const simulator::FrameRecord &record)
{
    const QJsonArray frame = QJsonDocument::fromJson(record.text).array();
    if (!record.outgoing && frame[0].toInt() == 2)
        requests_.append(requestOf(frame[2].toString(), frame[3].toObject()));
}

Scene::Scene(const std::vector<Feature> &features, Ending ending, const OpenSsl &authority)
    : features_(features), ending_(ending), authority_(authority), timeline_(store::now())
{
}

Scene::~Scene()
{
    for (const auto &station : stations_)
        station->leave();
}

void Scene::addStations()
{
    engine_.addTag(u"ADA"_s);
    engine_.onStore([](store::Database &db) {
        store::FileServerPlaces(db).set(u"node"_s, {8080, {}});
        store::Firmware(db).addImage(sampleImage());
    });
    while (stations_.size() < features_.size()) {
        simulator::StationOptions options;
        options.id = u"CP-%1"_s.arg(stations_.size() + 1);
        options.endpoint = QUrl(u"ws://127.0.0.1:%1/ocpp/"_s.arg(engine_.port()));
        engine_.addStation(options.id, [this](store::Station &station) {
            if (mustTimeOut(ending_))
                station.callTimeoutSeconds = shortCallTimeout;
        });
        inboxes_.push_back(std::make_unique<Inbox>());
        stations_.push_back(std::make_unique<simulator::Station>(options, timeline_, *inboxes_.back()));
        simulator::Station &station = *stations_.back();
        station.setFileManner(simulator::FileManner::Stuck); // begins, says so, and goes no further
        station.setCertificateManner(simulator::CertificateManner::Good);
        station.setPlugAndChargeForm(simulator::PlugAndChargeForm::Current);
        parts_.push_back({engine_, options.id, station, authority_});
        station.switchOn();
    }
}

void Scene::behave()
{
    const simulator::Behaviour behaviour = simulator::parseBehaviour(behaviourFor(ending_)).value();
    for (std::size_t i = 0; i < features_.size(); ++i) {
        const bool isInside = features_[i].request.contains(u'.');
        if (ending_ == Ending::NotSupported && isInside) // it knows DataTransfer, but not the vendor
            stations_[i]->setPlugAndChargeForm(simulator::PlugAndChargeForm::None);
        else
            stations_[i]->setBehaviour(features_[i].request, behaviour);
    }
}

QString Scene::await(const char *what, const std::function<bool(std::size_t)> &holds) const
{
    for (std::size_t i = 0; i < features_.size(); ++i) {
        if (!QTest::qWaitFor([&] { return holds(i); }, int(std::chrono::milliseconds(patience).count())))
            return u"%1: it is not %2"_s.arg(features_[i].request, QLatin1StringView(what));
    }
    return {};
}

QString Scene::play()
{
    addStations();
    QString missing = await("online", [this](auto i) { return stations_[i]->isOnline() && stations_[i]->isQuiet(); });
    if (!missing.isEmpty())
        return missing;
    for (std::size_t i = 0; i < features_.size(); ++i) {
        if (features_[i].prepare)
            features_[i].prepare(parts_[i]);
    }
    missing = await("prepared", [this](auto i) { return !features_[i].prepare || features_[i].isPrepared(parts_[i]); });
    if (!missing.isEmpty())
        return missing;
    behave();
    timeline_.advance(store::now() - timeline_.now()); // what is to be done at once is not to lie ahead of them
    for (std::size_t i = 0; i < features_.size(); ++i)
        features_[i].ask(parts_[i]);
    missing = await("asked", [this](auto i) { return inboxes_[i]->contains(features_[i].request); });
    return missing.isEmpty() ? end() : missing;
}

QString Scene::end()
{
    if (ending_ == Ending::Restarted)
        engine_.restart();
    if (ending_ == Ending::LateAnswer) {
        const auto isGivenUp = [this](auto i) { return commandOf(i).state == store::CommandState::Timeout; };
        if (const QString missing = await("given up", isGivenUp); !missing.isEmpty())
            return missing;
    }
    if (ending_ == Ending::Accepted || ending_ == Ending::LateAnswer)
        timeline_.advance(whileItGoesOn);
    return {};
}

store::Command Scene::commandOf(std::size_t feature)
{
    const QString request = features_[feature].request;
    store::CommandFilter filter;
    filter.station = parts_[feature].id;
    filter.action = request.section(u'.', 0, 0);
    QList<store::Command> commands =
        engine_.onStore([filter](store::Database &db) { return store::Commands(db).list(filter); });
    commands.removeIf([&](const store::Command &command) {
        return !command.sentAt
               || requestOf(command.action, QJsonDocument::fromJson(command.payload).object()) != request;
    });
    return commands.isEmpty() ? store::Command() : commands.last(); // the newest comes first
}

} // namespace endings
