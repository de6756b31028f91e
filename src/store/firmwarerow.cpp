// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/firmware.h"
#include "store/words.h"

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

constexpr Word<FirmwareKind> firmwareKinds[] = {
    {FirmwareKind::Plain, "plain"_L1},
    {FirmwareKind::Signed, "signed"_L1},
};
constexpr Word<FirmwareJobState> firmwareJobStates[] = {
    {FirmwareJobState::Planned, "planned"_L1},       {FirmwareJobState::Queued, "queued"_L1},
    {FirmwareJobState::Running, "running"_L1},       {FirmwareJobState::Cancelling, "cancelling"_L1},
    {FirmwareJobState::Installed, "installed"_L1},   {FirmwareJobState::Failed, "failed"_L1},
    {FirmwareJobState::Cancelled, "cancelled"_L1},
};
constexpr Word<RolloutState> rolloutStates[] = {
    {RolloutState::Running, "running"_L1},
    {RolloutState::Finished, "finished"_L1},
    {RolloutState::Stopped, "stopped"_L1},
    {RolloutState::Cancelled, "cancelled"_L1},
};

constexpr Column firmwareImageColumns[] = {
    column<&FirmwareImage::id>("id"_L1, ColumnRole::Generated),
    column<&FirmwareImage::name>("name"_L1),
    column<&FirmwareImage::version>("version"_L1),
    column<&FirmwareImage::vendor>("vendor"_L1),
    column<&FirmwareImage::model>("model"_L1),
    column<&FirmwareImage::file>("file"_L1),
    column<&FirmwareImage::size>("size"_L1),
    column<&FirmwareImage::sha256>("sha256"_L1),
    column<&FirmwareImage::signature>("signature"_L1),
    column<&FirmwareImage::signingCertificate>("signing_certificate"_L1),
    column<&FirmwareImage::node>("node"_L1),
    column<&FirmwareImage::created>("created"_L1),
};
constexpr RowTable firmwareImageTable{"firmware_images"_L1, firmwareImageColumns};

constexpr Column firmwareJobColumns[] = {
    column<&FirmwareJob::id>("id"_L1, ColumnRole::Generated),
    column<&FirmwareJob::station>("station"_L1),
    column<&FirmwareJob::image>("image"_L1),
    column<&FirmwareJob::kind>("kind"_L1),
    column<&FirmwareJob::rollout>("rollout"_L1),
    column<&FirmwareJob::wave>("wave"_L1),
    column<&FirmwareJob::retrieveDate>("retrieve_date"_L1),
    column<&FirmwareJob::installDate>("install_date"_L1),
    column<&FirmwareJob::retries>("retries"_L1),
    column<&FirmwareJob::retryIntervalSeconds>("retry_interval_seconds"_L1),
    column<&FirmwareJob::requestId>("request_id"_L1),
    column<&FirmwareJob::cancelRequestId>("cancel_request_id"_L1),
    column<&FirmwareJob::token>("token"_L1),
    column<&FirmwareJob::command>("command"_L1),
    column<&FirmwareJob::state>("state"_L1),
    column<&FirmwareJob::status>("status"_L1),
    column<&FirmwareJob::statusTime>("status_time"_L1),
    column<&FirmwareJob::progress>("progress"_L1),
    column<&FirmwareJob::failures>("failures"_L1),
    column<&FirmwareJob::versionBefore>("version_before"_L1),
    column<&FirmwareJob::reason>("reason"_L1),
    column<&FirmwareJob::created>("created"_L1),
    column<&FirmwareJob::sent>("sent"_L1),
    column<&FirmwareJob::started>("started"_L1),
    column<&FirmwareJob::due>("due"_L1),
    column<&FirmwareJob::finished>("finished"_L1),
};
constexpr RowTable firmwareJobTable{"firmware_jobs"_L1, firmwareJobColumns};

constexpr Column firmwareRolloutColumns[] = {
    column<&FirmwareRollout::id>("id"_L1, ColumnRole::Generated),
    column<&FirmwareRollout::image>("image"_L1),
    column<&FirmwareRollout::kind>("kind"_L1),
    column<&FirmwareRollout::state>("state"_L1),
    column<&FirmwareRollout::wave>("wave"_L1),
    column<&FirmwareRollout::reason>("reason"_L1),
    column<&FirmwareRollout::created>("created"_L1),
    column<&FirmwareRollout::finished>("finished"_L1),
};
constexpr RowTable firmwareRolloutTable{"firmware_rollouts"_L1, firmwareRolloutColumns};

} // namespace

QLatin1StringView toString(FirmwareKind kind)
{
    return wordOf(firmwareKinds, kind);
}

bool fromString(QStringView text, FirmwareKind &kind)
{
    return fromWord(firmwareKinds, text, kind);
}

QLatin1StringView toString(FirmwareJobState state)
{
    return wordOf(firmwareJobStates, state);
}

bool fromString(QStringView text, FirmwareJobState &state)
{
    return fromWord(firmwareJobStates, text, state);
}

QLatin1StringView toString(RolloutState state)
{
    return wordOf(rolloutStates, state);
}

bool fromString(QStringView text, RolloutState &state)
{
    return fromWord(rolloutStates, text, state);
}

const RowTable &FirmwareImage::table()
{
    return firmwareImageTable;
}

const RowTable &FirmwareJob::table()
{
    return firmwareJobTable;
}

const RowTable &FirmwareRollout::table()
{
    return firmwareRolloutTable;
}

} // namespace store
