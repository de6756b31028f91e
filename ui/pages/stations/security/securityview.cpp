// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/security/securityview.h"

#include "store/clock.h"
#include "store/reader.h"
#include "ui/commands/commandstory.h"
#include "ui/exchange/onpool.h"
#include "ui/models/answerto.h"
#include "ui/pages/stations/security/pemfile.h"
#include "ui/pages/stations/security/securitydeeds.h"
#include "ui/pages/stations/security/signingorderlist.h"
#include "ui/text/format.h"
#include "ui/text/securitywords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/stepstrip.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <iterator>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr quint32 securityTables = store::Table::StationEvents | store::Table::Certificates | store::Table::Commands
                                   | store::Table::Stations | store::Table::Contracts;

/// What Tab stops at in this part.
QWidgetList stopsOf(QWidget *part)
{
    const QWidgetList all = QWidgetList{part} + part->findChildren<QWidget *>();
    QWidgetList stops;
    std::ranges::copy_if(all, std::back_inserter(stops),
                         [](const QWidget *widget) { return widget->focusPolicy() & Qt::TabFocus; });
    return stops;
}

QWidgetList stopsOf(const QVBoxLayout &list)
{
    QWidgetList stops;
    for (int i = 0; i < list.count(); ++i)
        stops += stopsOf(list.itemAt(i)->widget());
    return stops;
}

QString typeWord(const QString &type)
{
    return type == toString(ocpp::CertificateUse::ManufacturerRootCertificate) ? SecurityView::tr("for signed firmware")
                                                                               : SecurityView::tr("for this system");
}

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString waitingText(const StationSecurity &security)
{
    if (security.events.isEmpty())
        return SecurityView::tr("The station has told none.");
    return security.waiting > 0 ? SecurityView::tr("%n alarm(s) that nobody has seen.", nullptr, security.waiting)
                                : SecurityView::tr("No alarm waits.");
}

/// What is known of the roots as a whole.
QString rootsSentence(const StationSecurity &security)
{
    const auto anyStore = [&security](auto is) { return std::ranges::any_of(security.stores, is); };
    if (anyStore([](const store::CertificateStore &store) { return !store.unsupported.isEmpty(); }))
        return SecurityView::tr("The station does not know the messages for certificates.");
    if (anyStore([](const store::CertificateStore &store) { return store.isAsked; }))
        return security.online ? SecurityView::tr("The station is being asked what it has.")
                               : SecurityView::tr("The station is asked what it has when it is back.");
    std::optional<ocpp::Timestamp> told;
    for (const store::CertificateStore &store : security.stores)
        told = std::max(told, store.reportedAt);
    if (!told)
        return SecurityView::tr("Nobody has asked the station yet what it has.");
    const QString when = format::moment(*told, store::now());
    return security.roots.isEmpty() ? SecurityView::tr("The station has none, it said (%1).").arg(when)
                                    : SecurityView::tr("As the station listed them (%1).").arg(when);
}

} // namespace

SecurityView::SecurityView(const Backend &backend, QWidget *parent)
    : QWidget(parent), backend_(backend), gate_(*backend.feed, securityTables, this),
      deeds_(new SecurityDeeds(backend, this))
{
    notice_ = new NoticeBar(this);
    notice_->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(notice_);
    buildEvents(*layout);
    layout->addSpacing(8);
    buildRoots(*layout);
    layout->addSpacing(8);
    buildRequests(*layout);
    orders_ = new SigningOrderList(this);
    layout->addWidget(orders_);
    layout->addStretch();
    connectControls();
    connectOrders();
}

Label *SecurityView::addText(QBoxLayout &layout)
{
    auto *text = new Label({}, TextSize::Body, Role::Muted, this);
    text->wrapping();
    layout.addWidget(text);
    return text;
}

QVBoxLayout *SecurityView::addList(QBoxLayout &layout)
{
    auto *list = new QVBoxLayout;
    list->setSpacing(12);
    layout.addLayout(list);
    return list;
}

void SecurityView::buildEvents(QBoxLayout &layout)
{
    layout.addWidget(new Label(tr("Security events"), TextSize::Section, Role::Text, this));
    eventsText_ = addText(layout);
    events_ = addList(layout);
}

void SecurityView::buildRoots(QBoxLayout &layout)
{
    layout.addWidget(new Label(tr("Root certificates"), TextSize::Section, Role::Text, this));
    rootsText_ = addText(layout);
    step_ = new StepStrip(backend_, store::certificatesTopic, tr("Certificates"), this);
    layout.addWidget(step_);
    roots_ = addList(layout);
    add_ = new QPushButton(icon(u"plus"_s), tr("Install a root…"), this);
    auto *menu = new QMenu(add_);
    menu->addAction(tr("To trust in this system…"), this,
                    [this] { chooseRoot(toString(ocpp::CertificateUse::CentralSystemRootCertificate)); });
    menu->addAction(tr("To trust in signed firmware…"), this,
                    [this] { chooseRoot(toString(ocpp::CertificateUse::ManufacturerRootCertificate)); });
    add_->setMenu(menu);
    refresh_ = new QPushButton(icon(u"refresh"_s), {}, this);
    refresh_->setAccessibleName(tr("Ask the station what it has"));
    refresh_->setToolTip(refresh_->accessibleName());
    setButtonKind(*refresh_, ButtonKind::Quiet);
    auto *row = new QHBoxLayout;
    row->addWidget(add_);
    row->addWidget(refresh_);
    row->addStretch();
    layout.addLayout(row);
}

void SecurityView::buildRequests(QBoxLayout &layout)
{
    layout.addWidget(new Label(tr("The station's own certificate"), TextSize::Section, Role::Text, this));
    requestText_ = addText(layout);
    requestText_->setText(tr("The station has asked for none."));
    requests_ = addList(layout);
    save_ = new QPushButton(tr("Save its request…"), this);
    handOver_ = new QPushButton(tr("Hand over the certificate…"), this);
    ask_ = new QPushButton(tr("Have it ask for one"), this);
    ask_->setToolTip(tr("OCPP: %1").arg("ExtendedTriggerMessage, SignChargePointCertificate"_L1));
    cancel_ = new QPushButton(tr("Cancel"), this);
    cancel_->setAccessibleName(tr("Cancel: %1").arg(ask_->text()));
    setButtonKind(*cancel_, ButtonKind::Quiet);
    askingMark_ = new MarkView(this);
    askingText_ = new Label({}, TextSize::Body, Role::Muted, this);
    askingText_->wrapping();
    auto *deeds = new QHBoxLayout;
    deeds->addWidget(save_);
    deeds->addWidget(handOver_);
    deeds->addStretch();
    auto *asking = new QHBoxLayout;
    asking->addWidget(ask_);
    asking->addWidget(askingMark_);
    asking->addWidget(askingText_, 1);
    asking->addWidget(cancel_);
    asking->addStretch();
    layout.addLayout(deeds);
    layout.addLayout(asking);
}

void SecurityView::connectControls()
{
    connect(&gate_, &ChangeGate::due, this, &SecurityView::read);
    connect(notice_, &NoticeBar::firstRequested, deeds_, &SecurityDeeds::takeBack);
    connect(deeds_, &SecurityDeeds::failed, this, [this](const QString &text) {
        tell(false, text);
        gate_.requestAll(); // what was locked is free again
    });
    connect(deeds_, &SecurityDeeds::done, this, [this](const QString &text, bool canUndo) {
        if (text.isEmpty())
            return notice_->dismiss();
        tell(true, text);
        notice_->presentActions(canUndo ? tr("Undo") : QString());
    });
    connect(refresh_, &QPushButton::clicked, deeds_, &SecurityDeeds::refresh);
    connect(save_, &QPushButton::clicked, this, [this] { saveRequest(request_.csr); });
    connect(handOver_, &QPushButton::clicked, this, &SecurityView::chooseCertificate);
    connect(ask_, &QPushButton::clicked, this, [this] {
        ask_->setEnabled(false); // until the queue has it: a double click is one command
        deeds_->askForRequest();
    });
    connect(cancel_, &QPushButton::clicked, this, [this] { deeds_->cancel(asking_ ? asking_->id : 0); });
}

void SecurityView::connectOrders()
{
    using Order = store::SigningOrder;
    connect(orders_, &SigningOrderList::saveRequested, this, [this](const Order &order) { saveRequest(order.csr); });
    connect(orders_, &SigningOrderList::giveRequested, this, [this](const Order &order) {
        readFile(tr("Certificate for %1").arg(station_),
                 [this, id = order.id](const QByteArray &chain) { deeds_->giveCertificate(id, chain); });
    });
    connect(orders_, &SigningOrderList::refuseRequested, deeds_, &SecurityDeeds::refuse);
    connect(orders_, &SigningOrderList::tryAgainRequested, this,
            [this](const Order &order) { deeds_->tryAgain(order.id); });
}

void SecurityView::setStation(const QString &station)
{
    if (station == station_)
        return;
    station_ = station;
    deeds_->setStation(station);
    step_->setStation(station);
    notice_->dismiss();
    fill({});
    gate_.requestAll();
}

void SecurityView::setOpen(bool open)
{
    gate_.setOpen(open && !station_.isEmpty());
}

void SecurityView::read(const store::ChangeSet &changes)
{
    const bool concerned = std::ranges::any_of(changes, [this](const store::Change &change) {
        return change.station.isEmpty() || change.station.compare(station_, Qt::CaseInsensitive) == 0;
    });
    if (!concerned)
        return gate_.finished();
    backend_.reader->read([id = station_](store::Database &db) { return readSecurity(db, id); })
        | answerTo(this, [this, id = station_](const store::Outcome<StationSecurity> &security) {
              gate_.finished();
              if (id == station_ && security) // the page shows what is wrong with the database
                  fill(*security);
          });
}

void SecurityView::fill(const StationSecurity &security)
{
    presentEvents(security);
    presentRoots(security);
    presentRequests(security);
    orders_->present(security.orders);
    presentAsking(security);
    orderTabs();
}

/// As they stand: entries are younger than what stands below them.
void SecurityView::orderTabs()
{
    const QWidgetList order = stopsOf(notice_) + stopsOf(*events_) + stopsOf(step_) + stopsOf(*roots_)
                              + QWidgetList{add_, refresh_} + stopsOf(*requests_)
                              + QWidgetList{save_, handOver_, ask_, cancel_} + stopsOf(orders_->entries());
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void SecurityView::presentEvents(const StationSecurity &security)
{
    eventsText_->setText(waitingText(security));
    QList<QWidget *> entries;
    for (const store::SecurityEvent &event : security.events)
        entries.append(eventEntry(event));
    replaceEntries(*events_, entries);
}

QWidget *SecurityView::eventEntry(const store::SecurityEvent &event)
{
    const SecurityWords words = securityWords(event.type);
    const QString title = capitalized(words.what);
    const SecurityState state = stateOf(event);
    const bool waits = event.isAlarming() && !event.acknowledged;
    QList<QPushButton *> buttons;
    if (waits) {
        auto *seen = new QPushButton(tr("Seen"), this);
        seen->setAccessibleName(tr("Seen: %1").arg(title));
        seen->setObjectName(QString::number(event.id));
        connect(seen, &QPushButton::clicked, deeds_, [this, event] { deeds_->acknowledge(event); });
        buttons.append(seen);
    }
    const QStringList facts{event.isAlarming() ? state.word : QString(), format::moment(event.time, store::now()),
                            event.techInfo, waits ? words.advice : QString()};
    QWidget *const entry = entryOf(this, state.mark, state.word, title, facts, buttons);
    entry->setToolTip(tr("OCPP: %1").arg(event.type));
    return entry;
}

void SecurityView::presentRoots(const StationSecurity &security)
{
    rootsText_->setText(rootsSentence(security));
    const bool isAsked = std::ranges::any_of(security.stores, &store::CertificateStore::isAsked);
    const bool isToSend = std::ranges::any_of(security.requests, [](const store::CertificateRequest &request) {
        return request.state == store::CertificateRequestState::Signed;
    });
    step_->setHidden(security.roots.isEmpty() && !isAsked && !isToSend);
    QList<QWidget *> entries;
    for (const RootRow &root : security.roots)
        entries.append(rootEntry(root));
    replaceEntries(*roots_, entries);
}

QWidget *SecurityView::rootEntry(const RootRow &root)
{
    QList<QPushButton *> buttons;
    if (!root.place.isToGo()) {
        auto *gone = new QPushButton(tr("Delete"), this);
        gone->setAccessibleName(tr("Delete %1").arg(root.name()));
        gone->setAccessibleDescription(typeWord(root.place.type)); // one name may stand there twice
        gone->setObjectName(root.place.type + u' '
                            + (root.place.certificate ? QString::number(*root.place.certificate)
                                                      : root.place.issuerKeyHash + u' ' + root.place.serialNumber));
        connect(gone, &QPushButton::clicked, this, [this, root] { remove(root); });
        buttons.append(gone);
    }
    const SecurityState state = stateOf(root.place);
    const QString until =
        root.certificate ? tr("valid until %1").arg(format::dateTime(root.certificate->notAfter)) : QString();
    QWidget *const entry = entryOf(this, state.mark, state.word, root.name(),
                                   {typeWord(root.place.type), state.word, until, state.explanation}, buttons);
    entry->setToolTip(root.certificate ? tr("SHA-256: %1").arg(root.certificate->fingerprint)
                                       : tr("Issuer's key: %1").arg(root.place.issuerKeyHash));
    return entry;
}

void SecurityView::presentRequests(const StationSecurity &security)
{
    request_ = security.openRequest().value_or(store::CertificateRequest());
    requestText_->setHidden(!security.requests.isEmpty());
    QList<QWidget *> entries;
    for (const store::CertificateRequest &request : security.requests)
        entries.append(requestEntry(request));
    replaceEntries(*requests_, entries);
    for (QPushButton *button : {save_, handOver_})
        button->setHidden(request_.id == 0);
}

QWidget *SecurityView::requestEntry(const store::CertificateRequest &request)
{
    const SecurityState state = stateOf(request);
    return entryOf(this, state.mark, state.word, state.word,
                   {format::moment(request.endedAt.value_or(request.received), store::now()), request.subject,
                    request.key, state.explanation});
}

void SecurityView::presentAsking(const StationSecurity &security)
{
    asking_ = security.asking;
    const auto story = asking_ ? std::optional(commandStory(*asking_, security.online)) : std::nullopt;
    askingMark_->setHidden(!story);
    askingText_->setHidden(!story);
    ask_->setEnabled(!story || !story->underWay);
    cancel_->setHidden(!story || !story->cancellable);
    if (!story)
        return;
    askingMark_->present(story->mark, story->text);
    askingText_->setText(story->text);
    askingText_->setToolTip(story->explanation);
}

void SecurityView::readFile(const QString &title, const std::function<void(const QByteArray &)> &use)
{
    const modal::FileRequest request{.kind = modal::FileRequest::Kind::Open,
                                     .title = title,
                                     .suggestion = {},
                                     .filter = tr("Certificates (*.pem *.crt *.cer)")};
    modal::chooseFile(this, request, [this, use](const QString &path) {
        onPool([path] { return readPem(path); })
            | answerTo(this, [this, use, path, station = station_](const tl::expected<QByteArray, QString> &pem) {
                  if (!pem)
                      tell(false, tr("%1 cannot be read: %2").arg(path, pem.error()));
                  else if (station != station_)
                      tell(false, tr("%1 was not used: it was meant for %2.").arg(path, station));
                  else
                      use(*pem);
              });
    });
}

void SecurityView::chooseRoot(const QString &type)
{
    readFile(tr("Root certificate for %1").arg(station_),
             [this, type](const QByteArray &pem) { deeds_->install(type, pem); });
}

void SecurityView::chooseCertificate()
{
    readFile(tr("Certificate for %1").arg(station_),
             [this, id = request_.id](const QByteArray &chain) { deeds_->fulfil(id, chain); });
}

void SecurityView::saveRequest(const QString &csr)
{
    const modal::FileRequest request{.kind = modal::FileRequest::Kind::Save,
                                     .title = tr("Save the request of %1").arg(station_),
                                     .suggestion = station_ + ".csr"_L1,
                                     .filter = tr("Signing requests (*.csr)")};
    modal::chooseFile(this, request, [this, csr = csr.toLatin1()](const QString &path) {
        onPool([path, csr] { return writePem(path, csr); }) | answerTo(this, [this, path](const QString &trouble) {
            if (trouble.isEmpty())
                tell(true, tr("Written to %1. Have an authority sign it, and hand over what comes back.").arg(path));
            else
                tell(false, tr("%1 cannot be written: %2").arg(path, trouble));
        });
    });
}

void SecurityView::remove(const RootRow &root)
{
    if (root.certificate)
        return deeds_->remove(root);
    const modal::Question question{.title = tr("Delete %1?").arg(root.name()),
                                   .text = tr("This certificate is not known here, so it cannot be put back. Without "
                                              "the right one the station cannot connect by an encrypted line."),
                                   .action = tr("Delete it")};
    modal::ask(this, question, [this, root] { deeds_->remove(root); });
}

void SecurityView::tell(bool well, const QString &text)
{
    notice_->present(well ? u"check"_s : u"warning"_s, well ? Role::Good : Role::Fault, text);
    notice_->show();
}

} // namespace ui
