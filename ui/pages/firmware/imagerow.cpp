// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/imagerow.h"

#include "store/clock.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct ImageRowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ImageRow)
};

QString nameText(const ImageRow &row)
{
    return row.image.name;
}

QString nameTooltip(const ImageRow &row)
{
    return row.isComplete() ? ImageRowWords::tr("%1\nSHA-256 %2").arg(row.image.name, row.image.sha256)
                            : row.image.name;
}

QString versionText(const ImageRow &row)
{
    return row.image.version.isEmpty() ? ImageRowWords::tr("not known") : row.image.version;
}

Role versionInk(const ImageRow &row)
{
    return row.image.version.isEmpty() ? Role::Muted : Role::Text;
}

QString targetText(const ImageRow &row)
{
    return imageTarget(row.image);
}

QString sizeText(const ImageRow &row)
{
    return row.isComplete() ? format::bytes(row.image.size) : ImageRowWords::tr("not here yet");
}

QVariant sizeKey(const ImageRow &row)
{
    return row.image.size;
}

QString signedText(const ImageRow &row)
{
    return row.isSigned() ? ImageRowWords::tr("signed") : ImageRowWords::tr("unsigned");
}

MarkedTexts signedMarks(const ImageRow &row)
{
    return {{row.isSigned() ? Mark{Shape::Check, Role::Good} : Mark{Shape::Bar, Role::Inactive}, signedText(row)}};
}

QString signedTooltip(const ImageRow &row)
{
    return row.isSigned() ? ImageRowWords::tr("The signature is checked before it is sent. OCPP: SignedUpdateFirmware")
                          : ImageRowWords::tr("Only for stations that take unsigned firmware. OCPP: UpdateFirmware");
}

QString addedText(const ImageRow &row)
{
    return format::ago(row.image.created, store::now());
}

QString addedTooltip(const ImageRow &row)
{
    return format::utc(row.image.created);
}

QVariant addedKey(const ImageRow &row)
{
    return qint64(row.image.created.time_since_epoch().count());
}

Role mutedInk(const ImageRow &)
{
    return Role::Muted;
}

constexpr std::array imageTable{
    Column<ImageRow>{.title = QT_TRANSLATE_NOOP("ui::ImageRow", "File"),
                     .text = nameText,
                     .width = 0,
                     .tooltip = nameTooltip,
                     .strong = true},
    Column<ImageRow>{.title = QT_TRANSLATE_NOOP("ui::ImageRow", "Version"),
                     .text = versionText,
                     .width = 110,
                     .narrowWidth = 96,
                     .ink = versionInk},
    Column<ImageRow>{.title = QT_TRANSLATE_NOOP("ui::ImageRow", "For"),
                     .text = targetText,
                     .width = 190,
                     .narrowWidth = 0,
                     .tooltip = targetText},
    Column<ImageRow>{.title = QT_TRANSLATE_NOOP("ui::ImageRow", "Size"),
                     .text = sizeText,
                     .width = 110,
                     .narrowWidth = 0,
                     .alignment = Qt::AlignRight,
                     .sortKey = sizeKey},
    Column<ImageRow>{.title = QT_TRANSLATE_NOOP("ui::ImageRow", "Signature"),
                     .text = signedText,
                     .width = 120,
                     .narrowWidth = 112,
                     .tooltip = signedTooltip,
                     .marks = signedMarks},
    Column<ImageRow>{.title = QT_TRANSLATE_NOOP("ui::ImageRow", "Added"),
                     .text = addedText,
                     .width = 150,
                     .narrowWidth = 0,
                     .tooltip = addedTooltip,
                     .sortKey = addedKey,
                     .ink = mutedInk,
                     .ageing = true},
};

} // namespace

std::span<const Column<ImageRow>> imageColumns()
{
    return imageTable;
}

int imageNameColumn()
{
    return 0;
}

QString imageTarget(const store::FirmwareImage &image)
{
    const QString target = u"%1 %2"_s.arg(image.vendor, image.model).trimmed();
    return target.isEmpty() ? ImageRowWords::tr("any station") : target;
}

} // namespace ui
