// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/findingsview.h"

#include "store/clock.h"
#include "ui/models/agetick.h"
#include "ui/text/format.h"
#include "ui/text/storedtext.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A station may deviate in many ways; the first of these is enough to talk to its vendor.
constexpr int mostShown = 50;

/// "connectorId: is out of range: 900"
QString sentenceOf(const store::FindingRow &finding)
{
    const QString field = finding.path.section(u'/', -1);
    const QString sentence = storedText(finding.text);
    return field.isEmpty() ? sentence : u"%1: %2"_s.arg(field, sentence);
}

} // namespace

FindingsView::FindingsView(QWidget *parent) : QWidget(parent)
{
    sentence_ = new Label({}, TextSize::Body, Role::Muted, this);
    sentence_->wrapping();
    list_ = new QVBoxLayout;
    list_->setSpacing(12);
    more_ = new Label({}, TextSize::Caption, Role::Muted, this);
    messages_ = new QPushButton(tr("Show the messages"), this);
    setButtonKind(*messages_, ButtonKind::Plain);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(sentence_);
    layout->addLayout(list_);
    layout->addWidget(more_);
    layout->addWidget(messages_, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(messages_, &QPushButton::clicked, this, &FindingsView::messagesRequested);
    connect(&ageTick(), &QTimer::timeout, this, &FindingsView::fillAll);
}

void FindingsView::present(const QList<store::FindingRow> &findings)
{
    sentence_->setText(findings.isEmpty()
                           ? tr("No deviation from the specification has been seen.")
                           : tr("Tolerated, and written down with the clause, to show to the station's vendor."));
    messages_->setHidden(findings.isEmpty());
    shown_ = findings.first(std::min<qsizetype>(mostShown, findings.size()));
    // The same ones stay: somebody may be marking their words.
    if (!std::ranges::equal(shown_, entries_, {}, &store::FindingRow::id, &Entry::id)) {
        for (const Entry &entry : std::as_const(entries_))
            delete entry.widget;
        entries_.clear();
        for (const store::FindingRow &finding : std::as_const(shown_))
            entries_.append(entryOf(finding));
    }
    const int beyond = int(findings.size() - shown_.size());
    more_->setText(tr("and %n more", nullptr, beyond));
    more_->setHidden(beyond == 0);
    fillAll();
}

void FindingsView::fillAll()
{
    for (qsizetype place = 0; place < shown_.size(); ++place)
        fill(entries_.at(place), shown_.at(place));
}

FindingsView::Entry FindingsView::entryOf(const store::FindingRow &finding)
{
    Entry entry{.id = finding.id, .widget = new QWidget(this)};
    entry.text = new Label({}, TextSize::Body, Role::Text, entry.widget);
    entry.text->wrapping().selectable();
    entry.where = new Label({}, TextSize::Caption, Role::Muted, entry.widget);
    entry.where->wrapping();
    auto *layout = new QVBoxLayout(entry.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(entry.text);
    layout->addWidget(entry.where);
    list_->addWidget(entry.widget);
    return entry;
}

void FindingsView::fill(const Entry &entry, const store::FindingRow &finding)
{
    if (const QString sentence = sentenceOf(finding); entry.text->text() != sentence)
        entry.text->setText(sentence);
    entry.text->setToolTip(finding.text); // in the vendor's language
    QStringList facts{finding.action, finding.path, finding.clause.isEmpty() ? QString() : tr("clause %1").arg(finding.clause),
                      tr("%n time(s)", nullptr, finding.count), format::ago(finding.last, store::now())};
    facts.removeAll(QString());
    entry.where->setText(facts.join(u" · "_s));
    entry.where->setToolTip(finding.code);
}

} // namespace ui
