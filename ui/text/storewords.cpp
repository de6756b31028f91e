// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/storewords.h"

#include "store/error.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = store::Error::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::StoreWords)
};

struct KindRow {
    Kind kind;
    const char *what;
    const char *advice;
};

constexpr std::array rows{
    KindRow{Kind::Unreachable, QT_TRANSLATE_NOOP("ui::StoreWords", "The database cannot be reached"),
            QT_TRANSLATE_NOOP("ui::StoreWords",
                              "Its server, its disk or the network to it is away. Look whether it runs; Stationmaster "
                              "goes on by itself when it is back.")},
    KindRow{Kind::Damaged, QT_TRANSLATE_NOOP("ui::StoreWords", "The database is damaged"),
            QT_TRANSLATE_NOOP("ui::StoreWords", "It is no database of Stationmaster, or its disk is broken. Restore the "
                                                "last backup, on another disk if it happens again.")},
    KindRow{Kind::ReadOnly, QT_TRANSLATE_NOOP("ui::StoreWords", "The database may not be written to"),
            QT_TRANSLATE_NOOP("ui::StoreWords", "The file, its folder or the disk is write-protected, or belongs to "
                                                "somebody else. Change its permissions.")},
    KindRow{Kind::Full, QT_TRANSLATE_NOOP("ui::StoreWords", "There is no room left for the database"),
            QT_TRANSLATE_NOOP("ui::StoreWords", "The disk is full. Make room; until then nothing is saved, and the "
                                                "stations keep what they have to tell.")},
    KindRow{Kind::Locked, QT_TRANSLATE_NOOP("ui::StoreWords", "Another program holds the database"),
            QT_TRANSLATE_NOOP("ui::StoreWords", "It has locked it for longer than is usual. Close programs that have the "
                                                "file open, such as a backup or a database browser.")},
    KindRow{Kind::NewerVersion, QT_TRANSLATE_NOOP("ui::StoreWords", "The database belongs to a newer Stationmaster"),
            QT_TRANSLATE_NOOP("ui::StoreWords", "This version does not know its form. Install the newer version again.")},
    KindRow{Kind::Constraint, QT_TRANSLATE_NOOP("ui::StoreWords", "The database refused that"),
            QT_TRANSLATE_NOOP("ui::StoreWords",
                              "It contradicts what is stored already; perhaps somebody changed it at the same moment. "
                              "Look at it again and repeat what you did.")},
    KindRow{Kind::Other, QT_TRANSLATE_NOOP("ui::StoreWords", "The database could not do that"),
            QT_TRANSLATE_NOOP("ui::StoreWords", "The details say more; copy them if you ask somebody for help.")},
};

} // namespace

QString StoreWords::sentence() const
{
    return u"%1. %2"_s.arg(what, advice);
}

StoreWords storeWords(const store::Error &error)
{
    const auto row = std::ranges::find(rows, error.kind, &KindRow::kind);
    const QString detail = error.detail.isEmpty() ? error.text : error.text + u'\n' + error.detail;
    return {Words::tr(row->what), Words::tr(row->advice), detail, error.detail.isEmpty() ? error.text : error.detail};
}

} // namespace ui
