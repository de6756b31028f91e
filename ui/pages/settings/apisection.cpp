// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/apisection.h"

#include "config/apitokens.h"
#include "ui/models/answerto.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"

#include <QFile>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

ApiSection::ApiSection(const Backend &backend, QWidget *parent) : QWidget(parent), backend_(backend)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(8);
    notice_ = new NoticeBar(this);
    addAddress();
    addToken();
    layout->addWidget(notice_);
    connect(notice_, &NoticeBar::firstRequested, this, &ApiSection::renew);
    connect(notice_, &NoticeBar::secondRequested, notice_, &NoticeBar::dismiss);
}

void ApiSection::addAddress()
{
    if (backend_.setup.apiUrl.isEmpty()) {
        auto *off = new Label(tr("The API is switched off."), TextSize::Body, Role::Muted, this);
        layout()->addWidget(off);
        return;
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new Label(tr("Address"), TextSize::Body, Role::Text, this));
    auto *address = new CopyButton(tr("Copy the address of the API"), this);
    address->setContent(backend_.setup.apiUrl, true);
    address->setFont(wireFont());
    row->addWidget(address);
    row->addStretch();
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void ApiSection::addToken()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new Label(tr("Token"), TextSize::Body, Role::Text, this));
    shownToken_ = new Label({}, TextSize::Body, Role::Text, this);
    shownToken_->setAccessibleName(tr("The token of the API"));
    show_ = new QPushButton(tr("Show"), this);
    show_->setCheckable(true);
    show_->setAccessibleName(tr("Show the token"));
    copy_ = new CopyButton(tr("Copy the token"), this);
    renew_ = new QPushButton(icon(u"refresh"_s), tr("Renew…"), this);
    for (QPushButton *button : {show_, renew_})
        setButtonKind(*button, ButtonKind::Quiet);
    row->addWidget(shownToken_);
    row->addWidget(copy_);
    row->addWidget(show_);
    row->addStretch();
    row->addWidget(renew_);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(show_, &QPushButton::toggled, this, &ApiSection::presentToken);
    connect(renew_, &QPushButton::clicked, this, &ApiSection::offerRenewal);
}

void ApiSection::refresh()
{
    QFile file(config::apiTokenFile(backend_.setup.dataDir));
    const bool readable =
        backend_.setup.tokensAreOurs && !backend_.setup.dataDir.isEmpty() && file.open(QIODevice::ReadOnly);
    token_ = readable ? QString::fromLatin1(file.readAll()).trimmed() : QString();
    presentToken();
}

void ApiSection::presentToken()
{
    const bool known = !token_.isEmpty();
    if (known)
        shownToken_->setText(show_->isChecked() ? token_ : QString(12, u'•'));
    else
        shownToken_->setText(backend_.setup.tokensAreOurs ? tr("belongs to the engine and cannot be read from here")
                                                          : tr("from a file of yours, as --api-token-file says"));
    shownToken_->setFont(known ? wireFont() : textFont(TextSize::Body));
    shownToken_->setForegroundRole(textSlot(known ? Role::Text : Role::Muted));
    show_->setText(show_->isChecked() ? tr("Hide") : tr("Show"));
    copy_->setContent(token_);
    copy_->setVisible(known);
    show_->setVisible(known);
    renew_->setVisible(known && bool(backend_.setup.renewApiToken));
}

void ApiSection::offerRenewal()
{
    notice_->present(u"info"_s, Role::Caution,
                     tr("A new token counts at once. Programs that use the old one are shut out until you give them the "
                        "new one."));
    notice_->presentActions(tr("Renew the token"), tr("Cancel"));
    const auto reveal = [this] {
        for (QWidget *around = parentWidget(); around; around = around->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(around))
                area->ensureWidgetVisible(notice_, 0, 8);
        }
    };
    QMetaObject::invokeMethod(this, reveal, Qt::QueuedConnection); // after the layout has made room
}

/// The desktop's keyring may take some seconds.
void ApiSection::renew()
{
    notice_->present(u"info"_s, Role::Accent, tr("Making a new token…"));
    notice_->presentProgress(-1);
    renew_->setEnabled(false);
    backend_.setup.renewApiToken() | answerTo(this, [this](const tl::expected<void, QString> &renewed) {
        renew_->setEnabled(true);
        if (renewed) {
            notice_->present(u"check"_s, Role::Good, tr("The API has a new token."));
        } else {
            notice_->present(u"warning"_s, Role::Fault, tr("The new token could not be kept; the old one still counts."));
            notice_->presentDetail(renewed.error());
        }
        refresh();
    });
}

} // namespace ui
