// SPDX-License-Identifier: GPL-3.0-or-later
// A fuse, or a feeder.
#include "ui/pages/sites/siteform.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>

namespace ui {
namespace {

void setAmps(const SiteForm::Amps &fields, const charging::PhaseAmps &amps)
{
    for (std::size_t phase = 0; phase < 3; ++phase)
        fields[phase]->setValue(amps[phase]);
}

/// What stands below a fuse hangs on what fed it, when it is taken out.
void moveUp(store::SiteSetup &setup, const QString &from, const QString &to)
{
    for (store::SiteFuse &fuse : setup.fuses)
        fuse.parent = fuse.parent == from ? to : fuse.parent;
    for (store::SiteMember &member : setup.members)
        member.fuse = member.fuse == from ? to : member.fuse;
}

} // namespace

FuseForm::FuseForm(QWidget *parent) : SiteForm(tr("Save"), parent)
{
    name_ = new QLineEdit(this);
    name_->setMaxLength(100);
    addField(tr("Name"), name_, tr("As it is called on the distribution board."));
    parent_ = new QComboBox(this);
    addField(tr("Fed by"), parent_, tr("The fuse above it."));
    limit_ = addAmps(tr("Bears"), tr("What it bears on each phase: the amperes printed on it."));
    base_ = addAmps(tr("Other load"),
                    tr("What else it feeds, at most. With a meter: what is assumed while that is silent."));
    meter_ = new QComboBox(this);
    addField(tr("Meter"), meter_,
             tr("A station whose main meter (connector 0) measures all that flows through this fuse."));
    remove_ = new QPushButton(tr("Take out"), this);
    remove_->setToolTip(tr("What stands below it hangs on the fuse above it then."));
    feeder_ = new QPushButton(tr("Add feeder"), this);
    member_ = new QPushButton(tr("Add station"), this);
    addButton(remove_);
    addFurther({feeder_, member_});
    connect(feeder_, &QPushButton::clicked, this, &FuseForm::feederRequested);
    connect(member_, &QPushButton::clicked, this, &FuseForm::memberRequested);
    connect(remove_, &QPushButton::clicked, this, &FuseForm::remove);
}

void FuseForm::present(const store::SiteSetup &setup, int fuse, const QStringList &stations)
{
    begin(setup);
    fuse_ = fuse;
    fill(setup.fuses[fuse], stations);
    settle();
}

void FuseForm::presentNew(const store::SiteSetup &setup, int parent, const QStringList &stations)
{
    begin(setup);
    fuse_ = -1;
    store::SiteFuse fresh = setup.fuses[parent];
    fresh.parent = fresh.name;
    fresh.meterStation.clear();
    fresh.baseL1 = fresh.baseL2 = fresh.baseL3 = 0;
    const QString stem = tr("Feeder %1");
    int number = 1;
    while (store::fuseIndex(setup.fuses, stem.arg(number)) >= 0)
        ++number;
    fresh.name = stem.arg(number);
    fill(fresh, stations);
    name_->selectAll();
    name_->setFocus();
    settle();
}

void FuseForm::fill(const store::SiteFuse &fuse, const QStringList &stations)
{
    const bool isRoot = fuse.parent.isEmpty();
    parent_->clear();
    for (const store::SiteFuse &other : setup_.fuses) {
        if (fuse_ < 0 || other.name != fuse.name)
            parent_->addItem(other.name);
    }
    if (isRoot)
        parent_->clear();
    parent_->setEnabled(!isRoot);
    meter_->clear();
    meter_->addItem(tr("None"));
    for (const QString &station : stations)
        meter_->addItem(station, station);
    fillFields(fuse);
    for (QPushButton *button : {feeder_, member_})
        button->setHidden(fuse_ < 0);
    remove_->setHidden(fuse_ < 0 || isRoot);
}

void FuseForm::fillFields(const store::SiteFuse &fuse)
{
    name_->setText(fuse.name);
    parent_->setCurrentText(fuse.parent); // it may be gone
    setAmps(limit_, store::limitOf(fuse));
    setAmps(base_, store::baseOf(fuse));
    meter_->setCurrentIndex(std::max(0, meter_->findData(fuse.meterStation)));
}

store::SiteSetup FuseForm::entered() const
{
    store::SiteSetup setup = setup_;
    enter(setup);
    return {{}, {fuse_ < 0 ? setup.fuses.last() : setup.fuses[fuse_]}, {}};
}

void FuseForm::resume(const Draft &draft)
{
    using store::SiteFuse;
    SiteFuse fuse = entered().fuses.first();
    keepChanges(fuse, draft.begun.fuses.first(), draft.now.fuses.first(), &SiteFuse::name, &SiteFuse::parent,
                &SiteFuse::limitL1, &SiteFuse::limitL2, &SiteFuse::limitL3, &SiteFuse::baseL1, &SiteFuse::baseL2,
                &SiteFuse::baseL3, &SiteFuse::meterStation);
    fillFields(fuse);
}

void FuseForm::enter(store::SiteSetup &setup) const
{
    const QString name = name_->text().trimmed();
    if (fuse_ < 0)
        setup.fuses.append(store::SiteFuse());
    else if (setup.fuses[fuse_].name != name)
        moveUp(setup, setup.fuses[fuse_].name, name);
    store::SiteFuse &fuse = fuse_ < 0 ? setup.fuses.last() : setup.fuses[fuse_];
    fuse.name = name;
    fuse.parent = parent_->currentText();
    fuse.limitL1 = limit_[0]->value();
    fuse.limitL2 = limit_[1]->value();
    fuse.limitL3 = limit_[2]->value();
    fuse.baseL1 = base_[0]->value();
    fuse.baseL2 = base_[1]->value();
    fuse.baseL3 = base_[2]->value();
    fuse.meterStation = meter_->currentData().toString();
}

void FuseForm::remove()
{
    store::SiteSetup setup = setup_;
    const store::SiteFuse gone = setup.fuses.takeAt(fuse_);
    moveUp(setup, gone.name, gone.parent);
    send(setup);
}

} // namespace ui
