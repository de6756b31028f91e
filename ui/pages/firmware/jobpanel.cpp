// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/jobpanel.h"

#include "store/clock.h"
#include "ui/pages/firmware/firmwarewords.h"
#include "ui/text/format.h"
#include "ui/text/storedtext.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statemark.h"
#include "ui/widgets/stepstrip.h"

#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using JobState = store::FirmwareJobState;

namespace {

QString whenText(const std::optional<ocpp::Timestamp> &time)
{
    return time ? format::moment(*time, store::now()) : QString();
}

QString triesText(const store::FirmwareJob &job)
{
    if (!job.retries)
        return {};
    const QString times = JobPanel::tr("%n time(s)", nullptr, *job.retries);
    if (!job.retryIntervalSeconds)
        return times;
    return JobPanel::tr("%1, after %2", "3 times, after 5 min")
        .arg(times, format::span(std::chrono::seconds(*job.retryIntervalSeconds)));
}

/// It was checked before it was sent; from SignatureVerified on it is the station's word that counts.
bool hasUnknownIssuer(const JobRow &row)
{
    const bool isStationsTurn = !row.job.status.isEmpty() && !row.job.status.startsWith("Download"_L1);
    return !row.isIssuerKnown && row.job.sent && !isStationsTurn;
}

QString utcText(const std::optional<ocpp::Timestamp> &time)
{
    return time ? format::utc(*time) : QString();
}

} // namespace

JobPanel::JobPanel(const Backend &backend, QWidget *parent) : QWidget(parent)
{
    setMinimumWidth(380);
    steps_ = new StepStrip(backend, store::Firmware::topic, tr("Firmware"), this);
    auto *steps = new QVBoxLayout;
    steps->setContentsMargins(16, 0, 8, 4);
    steps->addWidget(steps_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addLayout(steps);
    layout->addWidget(buildBody());
    layout->addStretch();
}

QWidget *JobPanel::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Section, Role::Text, header);
    mark_ = new MarkView(header);
    state_ = new Label({}, TextSize::Body, Role::Muted, header);
    auto *station = new QPushButton(icon(u"station"_s), {}, header);
    station->setAccessibleName(tr("Show the station"));
    station->setToolTip(tr("Show the station"));
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close the detail"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*station, ButtonKind::Quiet);
    setButtonKind(*close, ButtonKind::Quiet);
    auto *stateRow = new QHBoxLayout;
    stateRow->setSpacing(6);
    stateRow->addWidget(mark_);
    stateRow->addWidget(state_, 1);
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(16, 12, 8, 8);
    layout->setVerticalSpacing(4);
    layout->setHorizontalSpacing(0);
    layout->setColumnStretch(0, 1);
    layout->addWidget(title_, 0, 0);
    layout->addWidget(station, 0, 1, Qt::AlignTop);
    layout->addWidget(close, 0, 2, Qt::AlignTop);
    layout->addLayout(stateRow, 1, 0, 1, 3);
    connect(station, &QPushButton::clicked, this, [this] { emit stationRequested(row_.job.station); });
    connect(close, &QPushButton::clicked, this, &JobPanel::closeRequested);
    return header;
}

QWidget *JobPanel::buildBody()
{
    auto *body = new QWidget(this);
    sentence_ = new Label({}, TextSize::Body, Role::Text, body);
    sentence_->wrapping();
    reason_ = new Label({}, TextSize::Body, Role::Caution, body);
    reason_->wrapping().selectable();
    issuer_ = new Label({}, TextSize::Body, Role::Caution, body);
    issuer_->wrapping();
    progress_ = new QProgressBar(body);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress"));
    cancel_ = new QPushButton(tr("Call off"), body);
    retry_ = new QPushButton(icon(u"refresh"_s), tr("Update again"), body);
    facts_ = new FactList({tr("Firmware"), tr("Version"), tr("Before"), tr("Sent"), tr("Last word"), tr("Fetched from"),
                           tr("Installed from"), tr("Tried again"), tr("Begun"), tr("Ended")},
                          body);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(cancel_);
    buttons->addWidget(retry_);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(16, 4, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(sentence_);
    layout->addWidget(reason_);
    layout->addWidget(issuer_);
    layout->addWidget(progress_);
    layout->addLayout(buttons);
    layout->addWidget(facts_);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        cancel_->setEnabled(false);
        emit cancelRequested(row_.job);
    });
    connect(retry_, &QPushButton::clicked, this, [this] {
        retry_->setEnabled(false);
        emit retryRequested(row_.job);
    });
    return body;
}

void JobPanel::present(const JobRow &row)
{
    row_ = row;
    const StateWord state = jobState(row.job, row.online);
    title_->setText(tr("Update of %1").arg(row.job.station));
    mark_->present(state.mark, state.word);
    state_->setText(row.job.isOpen() && !row.online ? tr("%1 (the station is offline)").arg(state.word) : state.word);
    sentence_->setText(jobSentence(row.job, row.online));
    reason_->setText(storedText(row.job.reason));
    reason_->setHidden(row.job.reason.isEmpty());
    issuer_->setText(
        tr("Signature valid, issuer not known: which manufacturer's roots %1 has is not known in full here, so "
           "it may refuse the firmware yet. Install the manufacturer's root on it: in the station, Security, "
           "\"To trust in signed firmware…\".")
            .arg(row.job.station));
    issuer_->setVisible(hasUnknownIssuer(row));
    progress_->setValue(row.job.progress);
    progress_->setHidden(row.job.state == JobState::Planned || row.job.state == JobState::Cancelled);
    cancel_->setHidden(!row.job.isOpen());
    cancel_->setEnabled(row.job.state != JobState::Cancelling);
    cancel_->setToolTip(row.job.kind == store::FirmwareKind::Plain && row.job.state == JobState::Running
                            ? tr("OCPP 1.6 cannot call back an unsigned update: its file is withdrawn, so what is not "
                                 "fetched yet will not come.")
                            : QString());
    retry_->setHidden(row.job.isOpen() || row.job.state == JobState::Installed);
    retry_->setEnabled(true);
    steps_->setVisible(row.job.isOpen());
    steps_->setStation(row.job.station);
    presentFacts();
}

void JobPanel::presentFacts()
{
    const store::FirmwareJob &job = row_.job;
    const bool isSigned = job.kind == store::FirmwareKind::Signed;
    facts_->present({row_.image, row_.version, job.versionBefore, isSigned ? tr("signed") : tr("unsigned"), job.status,
                     whenText(job.retrieveDate), whenText(job.installDate), triesText(job), whenText(job.created),
                     whenText(job.finished)},
                    {{},
                     {},
                     {},
                     tr("OCPP: %1").arg(isSigned ? "SignedUpdateFirmware"_L1 : "UpdateFirmware"_L1),
                     utcText(job.statusTime),
                     utcText(job.retrieveDate),
                     utcText(job.installDate),
                     tr("If the download breaks off. OCPP: retries, retryInterval"),
                     utcText(job.created),
                     utcText(job.finished)});
}

} // namespace ui
