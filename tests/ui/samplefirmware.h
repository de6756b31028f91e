// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/firmware.h"
#include "store/stationfiles.h"

/// Firmware and files as a site has them, written straight into the store: for the window's tests and pictures.
namespace samplefirmware {

/// An image whose file is here.
store::FirmwareImage addImage(store::Database &db, const QString &name, const QString &version = {},
                              const QString &vendor = {});
/// A file as if the station had brought it.
store::StationFile addFile(store::Database &db, const QString &station, store::StationFileKind kind,
                           const QString &name, qint64 size);
/// What addFile() speaks of.
void writeFile(const QString &dataDir, const QString &name, const QByteArray &bytes);

/// Images, updates and files in every state. After samplesite::fill().
void fill(store::Database &db);
/// The files of fill().
void writeFiles(const QString &dataDir);

} // namespace samplefirmware
