// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/startwords.h"

#include "ui/text/storewords.h"

#include <QCoreApplication>

namespace ui {
namespace {

using Kind = StartFailure::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::StartWords)
};

QString textOf(const StartFailure &failure)
{
    switch (failure.kind) {
    case Kind::DataFolder:
        return Words::tr("The folder for its data, %1, cannot be used. Look whether it belongs to you, may be written "
                         "to, and whether there is room on its disk.")
            .arg(failure.place);
    case Kind::Database:
        return Words::tr("It was told to use a database, but not in a way that it understands. The details say how.");
    case Kind::OtherDatabase:
        return Words::tr("The central system that runs already keeps its data in %1, not in %2. Start the window for the "
                         "same database.")
            .arg(failure.place, failure.wanted);
    case Kind::Address:
        return Words::tr("Chargers cannot connect to %1: another program uses that port, or this computer does not have "
                         "that address any more. Close the other program and start Stationmaster again.")
            .arg(failure.place);
    case Kind::Files:
        return Words::tr("Chargers cannot fetch firmware or bring logs: another program uses the port of the file server. "
                         "Close the other program, or choose another port.");
    case Kind::Api:
        break;
    }
    return Words::tr("The way in for other programs (control API) cannot be opened: another program uses its port, or "
                     "its token cannot be read. The details say more.");
}

} // namespace

StartWords startWords(const StartFailure &failure)
{
    if (!failure.database)
        return {textOf(failure), failure.detail};
    const StoreWords words = storeWords(*failure.database);
    return {words.sentence(), words.detail};
}

} // namespace ui
