// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/firmware.h"
#include "store/stationfiles.h"
#include "ui/text/statewords.h"

namespace ui {

/// How an update stands, for the owner: with the station's last word while it works on it.
StateWord jobState(const store::FirmwareJob &job, bool online);
/// The same in a sentence: what it means, and what comes next.
QString jobSentence(const store::FirmwareJob &job, bool online);
StateWord rolloutState(store::RolloutState state);
StateWord fileState(store::StationFileState state, bool online);
QString fileSentence(store::StationFileState state, bool online);
/// "Diagnostics", "Security log", ...
QString fileKindWord(store::StationFileKind kind);
/// Why this image is not for this station; empty if it is.
QString misfitText(const store::FirmwareImage &image, const store::Station &station);
/// Why an update or a change of an image was not taken.
QString firmwareRefusal(const store::FirmwareRefusal &refusal);

} // namespace ui
