// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/importview.h"

#include "ui/exchange/onpool.h"
#include "ui/models/answerto.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

ImportView::ImportView(QWidget *parent) : QWidget(parent), rows_(importColumns(), importColumnsContext, this)
{
    title_ = new Label({}, TextSize::Section, Role::Text, this);
    summary_ = new Label({}, TextSize::Body, Role::Muted, this);
    summary_->wrapping();
    doubles_ = new QComboBox(this);
    doubles_->addItem(tr("Update tags that are known"));
    doubles_->addItem(tr("Skip tags that are known"));
    doubles_->setAccessibleName(tr("Tags that are known already"));
    groups_ = new QCheckBox(this);
    groups_->setChecked(true);
    onlyBad_ = new QCheckBox(tr("Only lines that are left out"), this);
    saveBad_ = new QPushButton(tr("Save these lines…"), this);
    saveBad_->setAccessibleName(tr("Save the lines that are left out"));
    saveBad_->setToolTip(tr("Into a table with the reasons, to be mended and imported again"));
    setButtonKind(*saveBad_, ButtonKind::Quiet);
    table_ = new TableView(u"tagImport"_s, tr("Lines of the file"), this);
    table_->setModel(&rows_);
    table_->arrange(columnWidths(importColumns()));
    import_ = new QPushButton(this);
    setButtonKind(*import_, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(tr("Cancel the import"));
    auto *heading = new QHBoxLayout;
    heading->setSpacing(8);
    heading->addWidget(title_, 1);
    heading->addWidget(cancel);
    heading->addWidget(import_);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(16);
    for (QWidget *choice : std::initializer_list<QWidget *>{doubles_, groups_, onlyBad_, saveBad_})
        choices->addWidget(choice);
    choices->addStretch();
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 16, 12);
    head->setSpacing(8);
    head->addLayout(heading);
    head->addWidget(summary_);
    head->addLayout(choices);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(table_, 1);
    connect(doubles_, &QComboBox::currentIndexChanged, this, &ImportView::replan);
    connect(groups_, &QCheckBox::toggled, this, &ImportView::replan);
    connect(onlyBad_, &QCheckBox::toggled, this, &ImportView::presentRows);
    connect(saveBad_, &QPushButton::clicked, this, [this] { emit leftOutRequested(leftOutTable(file_, plan_)); });
    connect(import_, &QPushButton::clicked, this, &ImportView::agree);
    connect(cancel, &QPushButton::clicked, this, &ImportView::cancelled);
    presentWords();
}

void ImportView::begin(const QString &fileName, const TagFile &file, const ImportGround &ground)
{
    fileName_ = fileName;
    file_ = file;
    ground_ = ground;
    {
        const QSignalBlocker quietDoubles(doubles_);
        const QSignalBlocker quietGroups(groups_);
        const QSignalBlocker quietBad(onlyBad_);
        doubles_->setCurrentIndex(0);
        groups_->setChecked(true);
        onlyBad_->setChecked(false);
    }
    replan();
    table_->setFocus();
}

void ImportView::replan()
{
    const ImportChoice choice{.updateKnown = doubles_->currentIndex() == 0, .makeGroups = groups_->isChecked()};
    import_->setEnabled(false); // until it is known what it would do
    onPool([file = file_, ground = ground_, choice] { return planImport(file, ground, choice); })
        | answerTo(this, [this, generation = ++generation_](const ImportPlan &plan) {
              if (generation != generation_)
                  return; // another choice has been made
              plan_ = plan;
              presentRows();
              presentWords();
          });
}

void ImportView::presentRows()
{
    QList<ImportRow> rows = plan_.rows;
    if (onlyBad_->isChecked())
        rows.removeIf([](const ImportRow &row) { return row.verdict != ImportRow::Verdict::Bad; });
    rows_.clear();
    rows_.append(rows);
}

void ImportView::presentWords()
{
    title_->setText(tr("Import %1").arg(fileName_));
    QStringList parts;
    for (const auto &[count, text] :
         {std::pair{plan_.fresh, tr("%Ln new", nullptr, plan_.fresh)},
          std::pair{plan_.updated, tr("%Ln updated", nullptr, plan_.updated)},
          std::pair{plan_.same, tr("%Ln unchanged", nullptr, plan_.same)},
          std::pair{plan_.skipped, tr("%Ln skipped", nullptr, plan_.skipped)},
          std::pair{plan_.bad, tr("%Ln line(s) left out because of a mistake", nullptr, plan_.bad)}}) {
        if (count > 0)
            parts.append(text);
    }
    QString summary = tr("%1. Nothing is written before you agree.").arg(parts.join(u", "_s));
    if (!file_.foreign.isEmpty())
        summary += u' ' + tr("Not used: %1.", "columns").arg(file_.foreign.join(u", "_s));
    summary_->setText(summary);
    groups_->setText(tr("Make %Ln group(s) that do not exist", nullptr, int(plan_.newGroups.size())));
    groups_->setToolTip(plan_.newGroups.join(u", "_s));
    groups_->setHidden(plan_.newGroups.isEmpty());
    onlyBad_->setHidden(plan_.bad == 0);
    saveBad_->setHidden(plan_.bad == 0);
    const int written = int(plan_.change.save.size());
    import_->setText(tr("Import %Ln tag(s)", nullptr, written));
    import_->setEnabled(written > 0);
}

void ImportView::agree()
{
    QString saying = tr("%Ln tag(s) imported from %1.", nullptr, int(plan_.change.save.size())).arg(fileName_);
    if (plan_.bad > 0)
        saying += u' ' + tr("%Ln line(s) were left out.", nullptr, plan_.bad);
    emit agreed(plan_.change, saying);
}

} // namespace ui
