// SPDX-License-Identifier: GPL-3.0-or-later
// A station's place in a site.
#include "ui/pages/sites/siteform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSpinBox>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

// As stations are wired in practice: three phases one after the other, turned by one or two, or a single one.
const QStringList &wirings()
{
    static const QStringList all{u"L1 L2 L3"_s, u"L2 L3 L1"_s, u"L3 L1 L2"_s, u"L1"_s, u"L2"_s, u"L3"_s};
    return all;
}

} // namespace

MemberForm::MemberForm(QWidget *parent) : SiteForm(tr("Save"), parent)
{
    station_ = new QComboBox(this);
    addField(tr("Station"), station_, tr("A station is in one site at most."));
    fuse_ = new QComboBox(this);
    addField(tr("Behind"), fuse_, tr("The fuse or feeder that it hangs on."));
    phases_ = new QComboBox(this);
    addField(tr("Wired to"), phases_,
             tr("To which phases of the fuse its first, second and third one are wired. Turned from station to station, cars "
                "with one phase do not all charge from L1."));
    priority_ = new QSpinBox(this);
    priority_->setRange(1, 9);
    addField(tr("Priority"), priority_,
             tr("Its cars are served first, and get that many times as much of what is left above the minimum."));
    maximum_ = addFigure(tr("Maximum"), 6, 1000, tr("A"),
                         tr("What it can draw on each phase, all connectors together. It counts so while it has no limit."));
    minimum_ = addFigure(tr("Minimum"), 6, 80, tr("A"), tr("Of each car: below that it does not charge."));
    choose_ = new QCheckBox(tr("Chosen so that all fits"), this);
    addField(tr("Fallback"), choose_,
             tr("What it gets when this computer is off: it keeps this limit by itself, without end."));
    fallback_ = addFigure({}, 0, 1000, tr("A"), tr("0, or at least 6 A. All of them must fit the fuses."));
    fallback_->setAccessibleName(tr("Fallback, in A"));
    evenly_ = new QCheckBox(tr("Draws evenly"), this);
    addField(tr("Phases"), evenly_,
             tr("On all its phases, as DC chargers do. It counts for stations that know limits in W only: without it all of a limit may come "
                "from one phase."));
    voltage_ = addFigure(
        tr("Voltage"), 50, 500, tr("V"),
        tr("Of a phase. It counts for stations that know limits in W only, and for meters that tell W only."));
    remove_ = new QPushButton(tr("Take out of the site"), this);
    remove_->setToolTip(
        tr("Its limits are taken back when it is online. From now on its fuse counts without it: make sure "
           "that it does not hang there any more."));
    addButton(remove_);
    connect(choose_, &QCheckBox::toggled, fallback_, &QWidget::setDisabled);
    connect(remove_, &QPushButton::clicked, this, &MemberForm::remove);
}

void MemberForm::present(const store::SiteSetup &setup, int member)
{
    begin(setup);
    member_ = member;
    station_->clear();
    station_->addItem(setup.members[member].station);
    fill(setup.members[member]);
    settle();
}

void MemberForm::presentNew(const store::SiteSetup &setup, int fuse, const QStringList &stations)
{
    begin(setup);
    member_ = -1;
    station_->clear();
    station_->addItems(stations);
    store::SiteMember fresh;
    fresh.fuse = setup.fuses[fuse].name;
    // Turned from one to the next.
    fresh.phases = wirings()[setup.members.size() % 3].split(u' ');
    fill(fresh);
    station_->setFocus();
    settle();
}

void MemberForm::fill(const store::SiteMember &member)
{
    station_->setEnabled(member_ < 0);
    fuse_->clear();
    for (const store::SiteFuse &fuse : std::as_const(setup_.fuses))
        fuse_->addItem(fuse.name);
    fuse_->setCurrentText(member.fuse);
    const QString wiring = member.phases.join(u' ');
    phases_->clear();
    phases_->addItems(wirings());
    if (phases_->findText(wiring) < 0)
        phases_->addItem(wiring);
    phases_->setCurrentText(wiring);
    priority_->setValue(member.priority);
    maximum_->setValue(member.maximumA);
    minimum_->setValue(member.minimumA);
    choose_->setChecked(!member.wantedFallbackA);
    fallback_->setValue(member.wantedFallbackA.value_or(member_ < 0 ? 6 : member.fallbackA));
    fallback_->setDisabled(choose_->isChecked());
    evenly_->setChecked(member.drawsEvenly);
    voltage_->setValue(member.voltage);
    remove_->setHidden(member_ < 0);
}

void MemberForm::enter(store::SiteSetup &setup) const
{
    if (member_ < 0)
        setup.members.append(store::SiteMember());
    store::SiteMember &member = member_ < 0 ? setup.members.last() : setup.members[member_];
    member.station = station_->currentText();
    member.fuse = fuse_->currentText();
    member.phases = phases_->currentText().split(u' ');
    member.priority = priority_->value();
    member.maximumA = maximum_->value();
    member.minimumA = minimum_->value();
    member.wantedFallbackA = choose_->isChecked() ? std::nullopt : std::optional(fallback_->value());
    member.drawsEvenly = evenly_->isChecked();
    member.voltage = voltage_->value();
}

store::SiteSetup MemberForm::entered() const
{
    store::SiteSetup setup = setup_;
    enter(setup);
    return {{}, {}, {member_ < 0 ? setup.members.last() : setup.members[member_]}};
}

void MemberForm::resume(const Draft &draft)
{
    using store::SiteMember;
    SiteMember member = entered().members.first();
    keepChanges(member, draft.begun.members.first(), draft.now.members.first(), &SiteMember::station, &SiteMember::fuse,
                &SiteMember::phases, &SiteMember::priority, &SiteMember::maximumA, &SiteMember::minimumA,
                &SiteMember::wantedFallbackA, &SiteMember::drawsEvenly, &SiteMember::voltage);
    station_->setCurrentText(member.station); // it may be in a site by now
    fill(member);
}

void MemberForm::remove()
{
    store::SiteSetup setup = setup_;
    setup.members.removeAt(member_);
    send(setup);
}

} // namespace ui
