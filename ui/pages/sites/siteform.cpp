// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sites/siteform.h"

#include "ui/pages/sites/siterow.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr double mostAmps = 10'000;
constexpr double usualFuse = 63;

} // namespace

SiteForm::SiteForm(const QString &saveText, QWidget *parent) : QWidget(parent), grid_(new QGridLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    grid_->setHorizontalSpacing(12);
    grid_->setVerticalSpacing(8);
    grid_->setColumnStretch(1, 1);
    layout->addLayout(grid_);
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    complaint_->wrapping().hide();
    layout->addWidget(complaint_);
    buttons_ = new QHBoxLayout;
    auto *save = new QPushButton(saveText, this);
    setButtonKind(*save, ButtonKind::Primary);
    buttons_->addWidget(save);
    buttons_->addStretch();
    layout->addLayout(buttons_);
    further_ = new QHBoxLayout;
    layout->addLayout(further_);
    layout->addStretch();
    connect(save, &QPushButton::clicked, this, [this] {
        complain({});
        store::SiteSetup setup = setup_;
        enter(setup);
        send(setup);
    });
}

void SiteForm::complain(const QString &text)
{
    complaint_->say(text);
}

void SiteForm::send(const store::SiteSetup &setup)
{
    emit saveRequested(setup, setup_);
}

bool SiteForm::Draft::isEdited() const
{
    return now.name != begun.name || !isSameSetup(now, begun);
}

bool SiteForm::isEdited() const
{
    return begun_ && draft().isEdited();
}

void SiteForm::begin(const store::SiteSetup &setup)
{
    setup_ = setup;
    complain({});
}

void SiteForm::addField(const QString &title, QWidget *field, const QString &help)
{
    auto *name = new Label(title, TextSize::Body, Role::Muted, this);
    name->setMinimumHeight(32);
    name->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(title);
    field->setToolTip(help);
    name->setToolTip(help);
    const int row = grid_->rowCount();
    grid_->addWidget(name, row, 0, Qt::AlignTop);
    grid_->addWidget(field, row, 1);
}

SiteForm::Amps SiteForm::addAmps(const QString &title, const QString &help)
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    Amps fields{};
    for (std::size_t phase = 0; phase < 3; ++phase) {
        auto *field = new QDoubleSpinBox(line);
        field->setRange(0, mostAmps);
        field->setDecimals(1);
        field->setPrefix(u"L%1 "_s.arg(phase + 1));
        field->setAccessibleName(tr("%1 on L%2, in A").arg(title).arg(phase + 1));
        field->setMinimumWidth(64);
        layout->addWidget(field, 1);
        fields[phase] = field;
    }
    layout->addWidget(new Label(tr("A"), TextSize::Body, Role::Muted, line)); // once: three would cut the numbers
    line->setAccessibleName(title);
    addField(title, line, help);
    return fields;
}

QDoubleSpinBox *SiteForm::addFigure(const QString &title, double least, double most, const QString &unit,
                                    const QString &help)
{
    auto *field = new QDoubleSpinBox(this);
    field->setRange(least, most);
    field->setDecimals(1);
    field->setSuffix(QChar::Nbsp + unit);
    addField(title, field, help);
    return field;
}

void SiteForm::addButton(QPushButton *button)
{
    setButtonKind(*button, ButtonKind::Quiet);
    buttons_->addWidget(button);
}

void SiteForm::addFurther(std::initializer_list<QPushButton *> buttons)
{
    for (QPushButton *button : buttons) {
        setButtonKind(*button, ButtonKind::Quiet);
        further_->addWidget(button);
    }
    further_->addStretch();
}

// ---- a new site

NewSiteForm::NewSiteForm(QWidget *parent) : SiteForm(tr("Add the site"), parent)
{
    name_ = new QLineEdit(this);
    name_->setMaxLength(100);
    name_->setPlaceholderText(tr("Car park, or Depot"));
    addField(tr("Name"), name_, tr("As you call it."));
    limit_ = addAmps(tr("Main fuse"), tr("What it bears on each phase: the amperes printed on it."));
}

void NewSiteForm::present()
{
    begin({});
    name_->clear();
    for (QDoubleSpinBox *field : limit_)
        field->setValue(usualFuse);
    name_->setFocus();
    settle();
}

store::SiteSetup NewSiteForm::entered() const
{
    store::SiteSetup site;
    enter(site);
    return site;
}

void NewSiteForm::resume(const Draft &draft)
{
    name_->setText(draft.now.name);
    const charging::PhaseAmps amps = store::limitOf(draft.now.fuses.first());
    for (std::size_t phase = 0; phase < 3; ++phase)
        limit_[phase]->setValue(amps[phase]);
}

void NewSiteForm::enter(store::SiteSetup &setup) const
{
    setup.name = name_->text().trimmed();
    store::SiteFuse fuse;
    fuse.name = tr("Main fuse");
    fuse.limitL1 = limit_[0]->value();
    fuse.limitL2 = limit_[1]->value();
    fuse.limitL3 = limit_[2]->value();
    setup.fuses = {fuse};
}

} // namespace ui
