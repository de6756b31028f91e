// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messages/messagedetail.h"

#include "ocpp/messages.h"
#include "ui/pages/messages/messagerow.h"
#include "ui/text/format.h"
#include "ui/text/prettyjson.h"
#include "ui/text/storedtext.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/decodedtree.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/label.h"
#include "ui/widgets/symbol.h"

#include <QDateTime>
#include <QGridLayout>
#include <QJsonDocument>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int sideBySideFrom = 720; // px

std::span<const ocpp::Field> fieldsOf(const store::FrameRow &frame)
{
    const ocpp::MessageInfo *message = ocpp::messageInfo(frame.action);
    if (!message || frame.type < 2 || frame.type > 3)
        return {};
    return frame.type == 2 ? message->request : message->response;
}

/// As it came, unless something in it is secret.
QString rawText(const store::FrameRow &frame)
{
    const QJsonObject object = QJsonDocument::fromJson(frame.payload).object();
    const QJsonObject masked = ocpp::masked(fieldsOf(frame), object);
    return prettyJson(masked == object ? frame.payload : QJsonDocument(masked).toJson(QJsonDocument::Compact));
}

constexpr auto viewsKey = "messageDetail/views"_L1;

QString dayText(ocpp::Timestamp time)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
    return QLocale().toString(moment.date(), QLocale::ShortFormat);
}

} // namespace

MessageDetail::MessageDetail(QWidget *parent) : QWidget(parent)
{
    setMinimumWidth(340);
    decoded_ = new DecodedTree(tr("The message, field by field"), this);
    raw_ = new JsonView(tr("The message as it came"), this);
    views_ = new QSplitter(Qt::Vertical, this);
    views_->addWidget(decoded_);
    views_->addWidget(raw_);
    views_->setChildrenCollapsible(false);
    views_->restoreState(QSettings().value(viewsKey).toByteArray());
    connect(views_, &QSplitter::splitterMoved, this, [this] { QSettings().setValue(viewsKey, views_->saveState()); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(views_, 1);
}

QWidget *MessageDetail::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Section, Role::Text, header);
    facts_ = new ElidedLabel({}, TextSize::Caption, Role::Muted, header);
    copy_ = new CopyButton(tr("Copy the message"), header);
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close the detail"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    findingRow_ = new QWidget(header);
    auto *symbol = new Symbol(18, findingRow_);
    symbol->present(u"warning"_s, Role::Caution);
    finding_ = new Label({}, TextSize::Body, Role::Text, findingRow_);
    finding_->wrapping().selectable();
    auto *findingLayout = new QHBoxLayout(findingRow_);
    findingLayout->setContentsMargins(0, 4, 8, 0);
    findingLayout->addWidget(symbol, 0, Qt::AlignTop);
    findingLayout->addWidget(finding_, 1);
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(16, 10, 8, 10);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(0, 1);
    layout->addWidget(title_, 0, 0);
    layout->addWidget(copy_, 0, 1);
    layout->addWidget(close, 0, 2);
    layout->addWidget(facts_, 1, 0, 1, 3);
    layout->addWidget(findingRow_, 2, 0, 1, 3);
    connect(close, &QPushButton::clicked, this, &MessageDetail::closeRequested);
    return header;
}

void MessageDetail::present(const store::FrameRow &frame, const QString &pairText)
{
    title_->setText(frame.action.isEmpty() ? frameKind(frame) : tr("%1 · %2").arg(frame.action, frameKind(frame)));
    QStringList facts{frame.incoming ? tr("from %1").arg(frame.station) : tr("to %1").arg(frame.station),
                      u"%1 %2"_s.arg(dayText(frame.time), format::exactClock(frame.time)), pairText,
                      tr("id %1").arg(frame.messageId)};
    facts.removeAll(QString());
    facts_->setWholeText(facts.join(u" · "_s));
    finding_->setText(findingLines(frame.finding));
    finding_->setToolTip(frame.finding); // as it is told to a vendor
    findingRow_->setHidden(frame.finding.isEmpty());
    const QString raw = rawText(frame);
    decoded_->present(fieldsOf(frame), QJsonDocument::fromJson(frame.payload).isObject()
                                           ? ocpp::masked(fieldsOf(frame), QJsonDocument::fromJson(frame.payload).object())
                                           : QJsonObject(),
                      frame.finding);
    decoded_->setHidden(decoded_->topLevelItemCount() == 0);
    raw_->present(raw);
    copy_->setContent(raw);
}

void MessageDetail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    views_->setOrientation(width() >= sideBySideFrom ? Qt::Horizontal : Qt::Vertical);
}

} // namespace ui
