// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/filepanel.h"

#include "ui/pages/firmware/fileviewer.h"
#include "ui/pages/firmware/firmwarewords.h"
#include "ui/text/format.h"
#include "ui/text/storedtext.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statemark.h"

#include <QGridLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using FileState = store::StationFileState;

FilePanel::FilePanel(const EngineFolder &folder, QWidget *parent)
    : QWidget(parent), folder_(folder), node_(folder.node())
{
    setMinimumWidth(420);
    sentence_ = new Label({}, TextSize::Body, Role::Text, this);
    sentence_->wrapping();
    reason_ = new Label({}, TextSize::Body, Role::Caution, this);
    reason_->wrapping().selectable();
    viewer_ = new FileViewer(this);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(16, 0, 16, 16);
    body->setSpacing(10);
    body->addWidget(sentence_);
    body->addWidget(reason_);
    body->addWidget(buildButtons());
    body->addWidget(viewer_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addLayout(body, 1);
}

QWidget *FilePanel::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Section, Role::Text, header);
    title_->wrapping();
    mark_ = new MarkView(header);
    state_ = new Label({}, TextSize::Body, Role::Muted, header);
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close the detail"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    auto *stateRow = new QHBoxLayout;
    stateRow->setSpacing(6);
    stateRow->addWidget(mark_);
    stateRow->addWidget(state_, 1);
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(16, 12, 8, 8);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(0, 1);
    layout->addWidget(title_, 0, 0);
    layout->addWidget(close, 0, 1, Qt::AlignTop);
    layout->addLayout(stateRow, 1, 0, 1, 2);
    connect(close, &QPushButton::clicked, this, &FilePanel::closeRequested);
    return header;
}

QWidget *FilePanel::buildButtons()
{
    auto *row = new QWidget(this);
    save_ = new QPushButton(icon(u"export"_s), tr("Save as…"), row);
    again_ = new QPushButton(icon(u"refresh"_s), tr("Ask again"), row);
    remove_ = new QPushButton(tr("Delete"), row);
    setButtonKind(*remove_, ButtonKind::Quiet);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(save_);
    layout->addWidget(again_);
    layout->addStretch();
    layout->addWidget(remove_);
    connect(save_, &QPushButton::clicked, this, [this] { emit saveRequested(path(), row_.file.name); });
    connect(again_, &QPushButton::clicked, this, [this] {
        again_->setEnabled(false);
        emit askAgainRequested(row_.file);
    });
    connect(remove_, &QPushButton::clicked, this, [this] { emit removeRequested(row_.file); });
    return row;
}

QString FilePanel::path() const
{
    const bool isOurs = row_.file.node.isEmpty() || row_.file.node == node_;
    return row_.isHere() && folder_.isHere() && isOurs ? folder_.received(row_.file.file) : QString();
}

void FilePanel::present(const FileRow &row)
{
    row_ = row;
    const StateWord state = fileState(row.file.state, row.online);
    const bool isOver = row.file.state == FileState::Failed || row.file.state == FileState::Cancelled;
    title_->setText(tr("%1 of %2", "log, station").arg(fileKindWord(row.file.kind), row.file.station));
    mark_->present(state.mark, state.word);
    state_->setText(row.isHere() ? u"%1 · %2 · %3"_s.arg(state.word, row.file.name, format::bytes(row.file.size))
                                 : state.word);
    const bool isGone = row.file.state == FileState::Received && !row.isHere();
    const bool isElsewhere = row.isHere() && path().isEmpty();
    sentence_->setText(isGone        ? tr("It was received, and deleted later to make room.")
                       : isElsewhere ? tr("It lies on another machine of this central system.")
                                     : fileSentence(row.file.state, row.online));
    reason_->setText(storedText(row.file.reason));
    reason_->setHidden(row.file.reason.isEmpty());
    save_->setHidden(path().isEmpty());
    again_->setHidden(!isOver && !isGone);
    again_->setEnabled(true);
    remove_->setHidden(!isOver && row.file.state != FileState::Received && row.file.state != FileState::Elsewhere);
    viewer_->present(path());
}

} // namespace ui
