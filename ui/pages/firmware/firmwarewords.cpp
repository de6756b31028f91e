// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/firmwarewords.h"

#include "store/clock.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using JobState = store::FirmwareJobState;
using FileState = store::StationFileState;

struct FirmwareWords {
    Q_DECLARE_TR_FUNCTIONS(ui::FirmwareWords)
};

/// All of FirmwareStatus (7.25) and of its signed companion (W 5.10).
struct StatusWord {
    QLatin1StringView status;
    const char *word;
};
constexpr std::array statuses{
    StatusWord{"Idle"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Does nothing")},
    StatusWord{"DownloadScheduled"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Download planned")},
    StatusWord{"Downloading"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Downloading")},
    StatusWord{"DownloadPaused"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Download paused")},
    StatusWord{"Downloaded"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Downloaded")},
    StatusWord{"DownloadFailed"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Download failed")},
    StatusWord{"SignatureVerified"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Signature checked")},
    StatusWord{"InvalidSignature"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Signature refused")},
    StatusWord{"InstallScheduled"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Installation planned")},
    StatusWord{"Installing"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Installing")},
    StatusWord{"InstallRebooting"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Restarting")},
    StatusWord{"InstallVerificationFailed"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Check failed")},
    StatusWord{"InstallationFailed"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Installation failed")},
    StatusWord{"Installed"_L1, QT_TRANSLATE_NOOP("ui::FirmwareWords", "Installed")},
};

QString statusWord(const QString &status)
{
    const auto known = std::ranges::find_if(statuses, [&](const StatusWord &word) { return status == word.status; });
    if (status.isEmpty())
        return FirmwareWords::tr("Taken over");
    return known == statuses.end() ? status : FirmwareWords::tr(known->word);
}

struct JobWord {
    JobState state;
    Mark mark;
    const char *word;
    const char *sentence;
};
constexpr std::array jobs{
    JobWord{JobState::Planned,
            {Shape::Clock, Role::Inactive},
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "Waits for its wave"),
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "It begins when the wave before it is done.")},
    JobWord{JobState::Queued,
            {Shape::Clock, Role::Accent},
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "To be sent"),
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "The station is told in a moment.")},
    JobWord{JobState::Running,
            {Shape::HalfDisc, Role::Accent},
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "Taken over"),
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "The station works on it, and says how far it is.")},
    JobWord{JobState::Cancelling,
            {Shape::Clock, Role::Inactive},
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "Being cancelled"),
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "The station is asked to drop it.")},
    JobWord{JobState::Installed,
            {Shape::Check, Role::Good},
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "Installed"),
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "The station has the new firmware.")},
    JobWord{JobState::Failed,
            {Shape::Cross, Role::Fault},
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "Failed"),
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "The station keeps its old firmware, as far as is known.")},
    JobWord{JobState::Cancelled,
            {Shape::Bar, Role::Inactive},
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "Cancelled"),
            QT_TRANSLATE_NOOP("ui::FirmwareWords", "It was called off.")},
};

const JobWord &wordOf(JobState state)
{
    return *std::ranges::find(jobs, state, &JobWord::state);
}

struct FileWord {
    FileState state;
    Mark mark;
    const char *word;
    const char *sentence;
};
constexpr std::array files{
    FileWord{FileState::Requested,
             {Shape::Clock, Role::Accent},
             QT_TRANSLATE_NOOP("ui::FirmwareWords", "Asked for"),
             QT_TRANSLATE_NOOP("ui::FirmwareWords", "The station is being asked.")},
    FileWord{FileState::Accepted,
             {Shape::HalfDisc, Role::Accent},
             QT_TRANSLATE_NOOP("ui::FirmwareWords", "On its way"),
             QT_TRANSLATE_NOOP("ui::FirmwareWords", "The station brings it; that may take some minutes.")},
    FileWord{FileState::Received,
             {Shape::Check, Role::Good},
             QT_TRANSLATE_NOOP("ui::FirmwareWords", "Received"),
             QT_TRANSLATE_NOOP("ui::FirmwareWords", "It is here, and whole.")},
    FileWord{
        FileState::Elsewhere,
        {Shape::Check, Role::Inactive},
        QT_TRANSLATE_NOOP("ui::FirmwareWords", "On your server"),
        QT_TRANSLATE_NOOP("ui::FirmwareWords", "The station says that it has brought it to your own file server.")},
    FileWord{FileState::Failed,
             {Shape::Cross, Role::Fault},
             QT_TRANSLATE_NOOP("ui::FirmwareWords", "Failed"),
             QT_TRANSLATE_NOOP("ui::FirmwareWords", "It has not come. Ask for it again.")},
    FileWord{FileState::Cancelled,
             {Shape::Bar, Role::Inactive},
             QT_TRANSLATE_NOOP("ui::FirmwareWords", "Dropped"),
             QT_TRANSLATE_NOOP("ui::FirmwareWords", "The station dropped it for a newer request.")},
};

const FileWord &wordOf(FileState state)
{
    return *std::ranges::find(files, state, &FileWord::state);
}

} // namespace

StateWord jobState(const store::FirmwareJob &job, bool online)
{
    const JobWord &row = wordOf(job.state);
    Mark mark = row.mark;
    mark.offline = job.isOpen() && !online;
    QString word = FirmwareWords::tr(row.word);
    if (job.state == JobState::Running)
        word = statusWord(job.status);
    else if (job.state == JobState::Queued && !online)
        word = FirmwareWords::tr("Waits for the station");
    return {mark, word, job.status.isEmpty() ? QString(toString(job.state)) : job.status};
}

QString jobSentence(const store::FirmwareJob &job, bool online)
{
    if (job.state == JobState::Queued && !online)
        return FirmwareWords::tr("The station is offline. It is told as soon as it is back.");
    if (job.state == JobState::Running && job.retrieveDate > store::now())
        return FirmwareWords::tr("The station fetches it at %1.").arg(format::moment(job.retrieveDate, store::now()));
    return FirmwareWords::tr(wordOf(job.state).sentence);
}

StateWord rolloutState(store::RolloutState state)
{
    switch (state) {
    case store::RolloutState::Running:
        return {{Shape::HalfDisc, Role::Accent}, FirmwareWords::tr("Running"), {}};
    case store::RolloutState::Finished:
        return {{Shape::Check, Role::Good}, FirmwareWords::tr("Finished"), {}};
    case store::RolloutState::Stopped:
        return {{Shape::Cross, Role::Fault}, FirmwareWords::tr("Stopped by a failure"), {}};
    case store::RolloutState::Cancelled:
        break;
    }
    return {{Shape::Bar, Role::Inactive}, FirmwareWords::tr("Stopped"), {}};
}

StateWord fileState(FileState state, bool online)
{
    const FileWord &row = wordOf(state);
    Mark mark = row.mark;
    mark.offline = !online && (state == FileState::Requested || state == FileState::Accepted);
    return {mark, FirmwareWords::tr(row.word), toString(state)};
}

QString fileSentence(FileState state, bool online)
{
    if (state == FileState::Requested && !online)
        return FirmwareWords::tr("The station is offline. It is asked as soon as it is back.");
    return FirmwareWords::tr(wordOf(state).sentence);
}

QString fileKindWord(store::StationFileKind kind)
{
    switch (kind) {
    case store::StationFileKind::Diagnostics:
        return FirmwareWords::tr("Diagnostics");
    case store::StationFileKind::DiagnosticsLog:
        return FirmwareWords::tr("Diagnostics log");
    case store::StationFileKind::SecurityLog:
        break;
    }
    return FirmwareWords::tr("Security log");
}

QString firmwareRefusal(const store::FirmwareRefusal &refusal)
{
    using Kind = store::FirmwareRefusal::Kind;
    switch (refusal.kind) {
    case Kind::UnknownImage:
        return FirmwareWords::tr("This image is gone.");
    case Kind::UnknownStation:
        return FirmwareWords::tr("One of the stations is gone.");
    case Kind::NotComplete:
        return FirmwareWords::tr("The file of this image is not here yet.");
    case Kind::NotSigned:
        return FirmwareWords::tr("The image has no signature and certificate. Enter them, or send it unsigned.");
    case Kind::InUse:
        return FirmwareWords::tr("An update that is not over needs this image. Wait for it, or cancel it first.");
    case Kind::Empty:
        return FirmwareWords::tr("All of these stations report this version already.");
    case Kind::DoesNotFit:
        break;
    }
    return FirmwareWords::tr("The image was made for other stations.");
}

QString misfitText(const store::FirmwareImage &image, const store::Station &station)
{
    if (mismatchOf(image, station).isEmpty())
        return {};
    return FirmwareWords::tr("It is for %1, and this is %2.")
        .arg(u"%1 %2"_s.arg(image.vendor, image.model).trimmed(),
             u"%1 %2"_s.arg(station.vendor, station.model).trimmed());
}

} // namespace ui
