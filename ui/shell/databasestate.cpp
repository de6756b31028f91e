// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/databasestate.h"

#include "store/writer.h"

namespace ui {
namespace {

std::optional<StoreWords> wordsFor(const store::Error *error)
{
    return error ? std::optional(storeWords(*error)) : std::nullopt;
}

} // namespace

DatabaseState::DatabaseState(const Backend &backend, QObject *parent) : QObject(parent)
{
    connect(backend.writer, &store::Writer::troubled, this, [this](const store::Error &error) { noteWriting(&error); });
    connect(backend.writer, &store::Writer::recovered, this, [this] { noteWriting(nullptr); });
}

void DatabaseState::noteReading(const store::Error *error)
{
    note(reading_, error);
}

void DatabaseState::noteWriting(const store::Error *error)
{
    note(writing_, error);
}

void DatabaseState::note(std::optional<StoreWords> &trouble, const store::Error *error)
{
    if (std::exchange(trouble, wordsFor(error)) != trouble)
        emit changed();
}

} // namespace ui
