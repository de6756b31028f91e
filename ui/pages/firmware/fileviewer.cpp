// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/fileviewer.h"

#include "ui/exchange/onpool.h"
#include "ui/models/answerto.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"
#include "ui/widgets/label.h"

#include <QFile>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 longestLine = qint64{64} * 1024; // bytes; a longer one is cut

/// What begins like this is no text.
struct Magic {
    QByteArrayView bytes;
    const char *name; ///< in context ui::FileViewer
};
constexpr std::array magics{
    Magic{"PK\x03\x04", QT_TRANSLATE_NOOP("ui::FileViewer", "a ZIP archive")},
    Magic{"\x1f\x8b", QT_TRANSLATE_NOOP("ui::FileViewer", "compressed with gzip")},
    Magic{"BZh", QT_TRANSLATE_NOOP("ui::FileViewer", "compressed with bzip2")},
    Magic{"\xfd"
          "7zXZ",
          QT_TRANSLATE_NOOP("ui::FileViewer", "compressed with xz")},
    Magic{"7z\xbc\xaf", QT_TRANSLATE_NOOP("ui::FileViewer", "a 7-Zip archive")},
    Magic{"%PDF", QT_TRANSLATE_NOOP("ui::FileViewer", "a PDF document")},
};

/// Where a piece begins that would begin at `offset`: after the end of a line, so that no line is cut.
qint64 lineAfter(QFile &file, qint64 offset)
{
    if (offset <= 0 || offset >= file.size())
        return std::clamp<qint64>(offset, 0, file.size());
    file.seek(offset - 1);
    const qsizetype end = file.read(longestLine).indexOf('\n');
    return end < 0 ? offset : offset + end;
}

} // namespace

struct FileViewer::Piece {
    qint64 index = 0;
    qint64 count = 0;
    QString text{};
    QString remark{}; ///< why there is no text
};

FileViewer::FileViewer(QWidget *parent)
    : QWidget(parent), remark_(new Label({}, TextSize::Body, Role::Muted, this)), text_(new QPlainTextEdit(this)),
      turning_(new QWidget(this))
{
    remark_->wrapping();
    remark_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    text_->setReadOnly(true);
    text_->setFont(wireFont());
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setTabChangesFocus(true);
    text_->setAccessibleName(tr("What the file says"));
    earlier_ = new QPushButton(tr("Earlier"), turning_);
    later_ = new QPushButton(tr("Later"), turning_);
    place_ = new Label({}, TextSize::Caption, Role::Muted, turning_);
    setButtonKind(*earlier_, ButtonKind::Quiet);
    setButtonKind(*later_, ButtonKind::Quiet);
    auto *row = new QHBoxLayout(turning_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(earlier_);
    row->addWidget(place_);
    row->addWidget(later_);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(remark_);
    layout->addWidget(text_, 1);
    layout->addWidget(turning_);
    connect(earlier_, &QPushButton::clicked, this, [this] { turnTo(index_ - 1); });
    connect(later_, &QPushButton::clicked, this, [this] { turnTo(index_ + 1); });
    present({});
}

void FileViewer::present(const QString &path)
{
    if (path == path_ && !path.isEmpty())
        return; // what the person reads keeps its place
    path_ = path;
    show({});
    if (!path.isEmpty())
        turnTo(0);
}

FileViewer::Piece FileViewer::readPiece(const QString &path, qint64 index)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {.remark = tr("The file cannot be read: %1.").arg(file.errorString())};
    const QByteArray head = file.peek(1024);
    const auto magic = std::ranges::find_if(magics, [&](const Magic &m) { return head.startsWith(m.bytes); });
    if (magic != magics.end())
        return {.remark = tr("This file is %1; it is not opened here. Save it, and open it with a program for that.")
                              .arg(tr(magic->name))};
    if (head.contains('\0'))
        return {.remark = tr("This file is no text; its maker's program may read it. Save it for that.")};
    Piece piece{.index = index, .count = (file.size() + pieceBytes - 1) / pieceBytes};
    const qint64 begin = lineAfter(file, index * pieceBytes);
    const qint64 end = lineAfter(file, (index + 1) * pieceBytes);
    file.seek(begin);
    piece.text = QString::fromUtf8(file.read(end - begin));
    if (file.size() == 0)
        piece.remark = tr("The file is empty.");
    return piece;
}

void FileViewer::turnTo(qint64 index)
{
    onPool([path = path_, index] { return readPiece(path, index); })
        | answerTo(this, [this, path = path_](const Piece &piece) {
              if (path == path_)
                  show(piece);
          });
}

void FileViewer::show(const Piece &piece)
{
    index_ = piece.index;
    remark_->setText(piece.remark);
    remark_->setHidden(piece.remark.isEmpty());
    text_->setPlainText(piece.text);
    text_->setHidden(!piece.remark.isEmpty() || piece.count == 0);
    turning_->setHidden(piece.count < 2);
    place_->setText(tr("Part %1 of %2").arg(piece.index + 1).arg(piece.count));
    earlier_->setEnabled(piece.index > 0);
    later_->setEnabled(piece.index + 1 < piece.count);
}

} // namespace ui
