// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QString>

#include <tl/expected.hpp>

namespace ctl {

// The entries of a local list (7.1) that a file holds, as the API takes them. The file is a table as text, whose first
// line names the columns idTag, status, expiryDate, parentIdTag in any order, or JSON: a list of objects with these
// members, or of entries as the API answers them, or such a list as the member "entries" of an object. Only idTag has
// to be there; without a status an entry is Accepted. The error names each place with what is wrong there, one in a
// line.
tl::expected<QJsonArray, QString> listEntries(const QByteArray &content);

} // namespace ctl
