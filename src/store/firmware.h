// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stations.h"

#include <tl/expected.hpp>

namespace store {

/// A file to hand out.
struct FirmwareImage {
    qint64 id = 0;
    QString name{};    ///< unique; the file name that stations see
    QString version{}; ///< as the station's BootNotification will say it; empty: not known
    QString vendor{};  ///< fits only stations that report these; empty: any
    QString model{};
    QString file{};    ///< below the data directory's firmware
    qint64 size = 0;
    QString sha256{};  ///< hex
    QString signature{};          ///< base64; empty: UpdateFirmware only
    QString signingCertificate{}; ///< PEM
    QString node{}; ///< of several: the one in whose data directory the file is
    ocpp::Timestamp created{};

    static const RowTable &table();
};

/// Why this image is not for this station; empty if it is.
QString mismatchOf(const FirmwareImage &image, const Station &station);

enum class FirmwareKind { Plain, Signed };
/// "plain" (UpdateFirmware), "signed" (SignedUpdateFirmware), as in the database and the API.
QLatin1StringView toString(FirmwareKind kind);
bool fromString(QStringView text, FirmwareKind &kind);

enum class FirmwareJobState {
    Planned,    ///< in a later wave of its roll-out
    Queued,     ///< to be sent, and tried again until the station takes it
    Running,    ///< taken by the station
    Cancelling, ///< the station was asked to drop it, or will be
    Installed,
    Failed,
    Cancelled,
};
QLatin1StringView toString(FirmwareJobState state);
bool fromString(QStringView text, FirmwareJobState &state);

/// An update of one station.
struct FirmwareJob {
    qint64 id = 0;
    QString station{};
    qint64 image = 0;
    FirmwareKind kind = FirmwareKind::Plain;
    std::optional<qint64> rollout{};
    int wave = 0;
    ocpp::Timestamp retrieveDate{};
    std::optional<ocpp::Timestamp> installDate{}; ///< signed only
    std::optional<int> retries{};
    std::optional<int> retryIntervalSeconds{};
    std::optional<int> requestId{};       ///< signed only
    std::optional<int> cancelRequestId{}; ///< of the SignedUpdateFirmware that calls it back
    QString token{};                      ///< of its link: the command is built from it again for each try
    std::optional<qint64> command{};      ///< that the station took
    FirmwareJobState state = FirmwareJobState::Queued;
    QString status{}; ///< the last word of the station: Downloading, ...
    std::optional<ocpp::Timestamp> statusTime{};
    int progress = 0;      ///< per cent
    int failures = 0;      ///< DownloadFailed that it said
    QString versionBefore{};
    QString reason{};      ///< why it failed or waits
    ocpp::Timestamp created{};
    std::optional<ocpp::Timestamp> sent{};    ///< and not refused: the station may know of it, whatever it answered
    std::optional<ocpp::Timestamp> started{}; ///< when it took it
    std::optional<ocpp::Timestamp> due{}; ///< running: given up then, unless the station says something
    std::optional<ocpp::Timestamp> finished{};

    bool isOpen() const { return !finished; }

    static const RowTable &table();
};

enum class RolloutState { Running, Finished, Stopped, Cancelled };
QLatin1StringView toString(RolloutState state);
bool fromString(QStringView text, RolloutState &state);

/// One image for many stations, wave by wave; the first failure stops it.
struct FirmwareRollout {
    qint64 id = 0;
    qint64 image = 0;
    FirmwareKind kind = FirmwareKind::Plain;
    RolloutState state = RolloutState::Running;
    int wave = 1; ///< the one that runs
    QString reason{};
    ocpp::Timestamp created{};
    std::optional<ocpp::Timestamp> finished{};

    static const RowTable &table();
};

/// How an update is to be done.
struct UpdatePlan {
    qint64 image = 0;
    FirmwareKind kind = FirmwareKind::Plain;
    std::optional<ocpp::Timestamp> retrieveDate{}; ///< nothing: at once
    std::optional<ocpp::Timestamp> installDate{};
    std::optional<int> retries{};
    std::optional<int> retryIntervalSeconds{};
};

struct FirmwareRefusal {
    enum class Kind { UnknownImage, UnknownStation, NotComplete, DoesNotFit, NotSigned, InUse, Empty };
    Kind kind;
    QString text{}; ///< what, why, what to do
};

struct FirmwareJobFilter {
    QString station{};
    std::optional<qint64> image{};
    std::optional<qint64> rollout{};
    bool openOnly = false;
    qint64 after = 0; ///< id where the page before ended
    int limit = 0;    ///< 0: all
};

/// Images, updates and roll-outs. Whatever is planned here is done by the engine's reconciler (topic "firmware").
class Firmware {
public:
    static constexpr QLatin1StringView topic{"firmware"};
    /// Stations fetch slowly over mobile networks, and are silent while they install.
    static constexpr std::chrono::hours patience{2};

    explicit Firmware(Database &db) : db_(db) {}

    // Images
    qint64 addImage(const FirmwareImage &image);
    std::optional<FirmwareImage> image(qint64 id);
    std::optional<FirmwareImage> image(const QString &name);
    /// By name.
    QList<FirmwareImage> images();
    /// Name, version, ... as a person changed them; the file stays.
    void saveImage(const FirmwareImage &image);
    /// The token with which a person brings the file of an image, within an hour. The one before does not count any more.
    QString addUploadLink(qint64 image, ocpp::Timestamp now);
    /// The file is here, on `file.node`. False if the link was used up meanwhile; else the file of before is `replaced`.
    bool completeImage(const FirmwareImage &file, const QString &tokenHash, QString &replaced);
    /// The file on the disk is the caller's: its name. Refused while an update or a roll-out needs it.
    tl::expected<QString, FirmwareRefusal> removeImage(qint64 id);
    /// All files that images speak of.
    QStringList filesOnDisk();

    // Updates
    tl::expected<FirmwareJob, FirmwareRefusal> plan(const QString &station, const UpdatePlan &plan, ocpp::Timestamp now);
    /// The same once more: now, whatever times the first one had.
    tl::expected<FirmwareJob, FirmwareRefusal> planAgain(const FirmwareJob &job, ocpp::Timestamp now);
    /// At once if nothing was sent, else a station that can be asked is asked; see FirmwareJobState::Cancelling. False if it
    /// was over.
    bool cancel(qint64 job, ocpp::Timestamp now);
    std::optional<FirmwareJob> job(qint64 id);
    /// Newest first.
    QList<FirmwareJob> jobs(const FirmwareJobFilter &filter = {});
    /// What is to be sent or is under way: the newest that is not over, except planned ones.
    std::optional<FirmwareJob> current(const QString &station);
    /// What a status without a requestId is about: what the station works on, or worked on last, and never what waits for
    /// it.
    std::optional<FirmwareJob> atStation(const QString &station);
    std::optional<FirmwareJob> findByRequestId(const QString &station, int requestId);
    std::optional<FirmwareJob> findByToken(const QString &token);
    void save(const FirmwareJob &job);
    /// For as long as the station may need from now on.
    void renewLink(const FirmwareJob &job, ocpp::Timestamp now);
    /// Ends it: its link dies with it, and its roll-out goes on or stops.
    void finish(FirmwareJob &job, FirmwareJobState state, const QString &reason, ocpp::Timestamp now);
    /// What the file server sees.
    void downloaded(qint64 job, qint64 bytes, ocpp::Timestamp now);
    QList<FirmwareJob> due(ocpp::Timestamp now);
    /// To be sent, but the reconciler gave up: with its reason.
    QList<std::pair<FirmwareJob, QString>> givenUp();

    // Roll-outs
    /// Stations in waves. Those that report the image's version already are left out.
    tl::expected<FirmwareRollout, FirmwareRefusal> rollOut(const QList<QStringList> &waves, const UpdatePlan &plan,
                                                           ocpp::Timestamp now);
    std::optional<FirmwareRollout> rollout(qint64 id);
    /// Newest first.
    QList<FirmwareRollout> rollouts();
    /// Those whose wave has nothing left to wait for: its last update may have gone with its station.
    void advanceRollouts(ocpp::Timestamp now);
    bool cancelRollout(qint64 id, ocpp::Timestamp now);

private:
    FirmwareJob makeJob(const Station &station, const FirmwareImage &image, const UpdatePlan &plan, ocpp::Timestamp now);
    void insert(FirmwareJob &job);
    void release(FirmwareJob &job, ocpp::Timestamp now);
    /// Begins the next wave, or ends it, if it is time.
    void advance(qint64 rollout, ocpp::Timestamp now);
    void endRollout(FirmwareRollout &rollout, RolloutState state, const QString &reason, ocpp::Timestamp now);
    tl::expected<FirmwareImage, FirmwareRefusal> imageFor(const UpdatePlan &plan);

    Database &db_;
};

} // namespace store
