// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/filerow.h"

#include "store/clock.h"
#include "ui/pages/firmware/firmwarewords.h"
#include "ui/text/format.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>

#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct FileRowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::FileRow)
};

QString stateText(const FileRow &row)
{
    return fileState(row.file.state, row.online).word;
}

MarkedTexts stateMarks(const FileRow &row)
{
    const StateWord state = fileState(row.file.state, row.online);
    return {{state.mark, state.word}};
}

QString stateTooltip(const FileRow &row)
{
    QStringList lines{fileSentence(row.file.state, row.online), storedText(row.file.reason)};
    if (!row.file.status.isEmpty())
        lines.append(FileRowWords::tr("OCPP: %1").arg(row.file.status));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString stationText(const FileRow &row)
{
    return row.file.station;
}

QString kindText(const FileRow &row)
{
    return fileKindWord(row.file.kind);
}

QString nameText(const FileRow &row)
{
    return row.file.name;
}

QString sizeText(const FileRow &row)
{
    if (row.isHere())
        return format::bytes(row.file.size);
    return row.file.received ? FileRowWords::tr("deleted") : QString();
}

QVariant sizeKey(const FileRow &row)
{
    return row.file.size;
}

QString askedText(const FileRow &row)
{
    return format::ago(row.file.created, store::now());
}

QString askedTooltip(const FileRow &row)
{
    return format::utc(row.file.created);
}

QVariant askedKey(const FileRow &row)
{
    return row.file.id;
}

Role mutedInk(const FileRow &)
{
    return Role::Muted;
}

constexpr int askedPlace = 5;

constexpr std::array fileTable{
    Column<FileRow>{.title = QT_TRANSLATE_NOOP("ui::FileRow", "State"),
                    .text = stateText,
                    .width = 150,
                    .narrowWidth = 136,
                    .tooltip = stateTooltip,
                    .marks = stateMarks},
    Column<FileRow>{.title = QT_TRANSLATE_NOOP("ui::FileRow", "Station"),
                    .text = stationText,
                    .width = 130,
                    .narrowWidth = 108,
                    .tooltip = stationText,
                    .strong = true},
    Column<FileRow>{.title = QT_TRANSLATE_NOOP("ui::FileRow", "Kind"),
                    .text = kindText,
                    .width = 150,
                    .narrowWidth = 0,
                    .ink = mutedInk},
    Column<FileRow>{
        .title = QT_TRANSLATE_NOOP("ui::FileRow", "Name"), .text = nameText, .width = 0, .tooltip = nameText},
    Column<FileRow>{.title = QT_TRANSLATE_NOOP("ui::FileRow", "Size"),
                    .text = sizeText,
                    .width = 100,
                    .narrowWidth = 90,
                    .alignment = Qt::AlignRight,
                    .sortKey = sizeKey},
    Column<FileRow>{.title = QT_TRANSLATE_NOOP("ui::FileRow", "Asked for"),
                    .text = askedText,
                    .width = 150,
                    .narrowWidth = 0,
                    .tooltip = askedTooltip,
                    .sortKey = askedKey,
                    .ink = mutedInk,
                    .ageing = true},
};
static_assert(fileTable[askedPlace].text == askedText);

} // namespace

std::span<const Column<FileRow>> fileColumns()
{
    return fileTable;
}

int fileAskedColumn()
{
    return askedPlace;
}

} // namespace ui
