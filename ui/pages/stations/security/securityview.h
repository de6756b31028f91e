// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/pages/stations/security/stationsecurity.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace ui {

class Label;
class MarkView;
class NoticeBar;
class SecurityDeeds;
class SigningOrderList;
class StepStrip;

/// What a station tells about its security, what it trusts in, and its own certificate.
class SecurityView : public QWidget {
    Q_OBJECT
public:
    explicit SecurityView(const Backend &backend, QWidget *parent = nullptr);

    void setStation(const QString &station);
    /// Nothing is read while closed.
    void setOpen(bool open);

private:
    void buildEvents(QBoxLayout &layout);
    void buildRoots(QBoxLayout &layout);
    void buildRequests(QBoxLayout &layout);
    Label *addText(QBoxLayout &layout);
    QVBoxLayout *addList(QBoxLayout &layout);
    void connectControls();
    void connectOrders();
    void read(const store::ChangeSet &changes);
    void fill(const StationSecurity &security);
    void orderTabs();
    void presentEvents(const StationSecurity &security);
    void presentRoots(const StationSecurity &security);
    void presentRequests(const StationSecurity &security);
    void presentAsking(const StationSecurity &security);
    QWidget *eventEntry(const store::SecurityEvent &event);
    QWidget *rootEntry(const RootRow &root);
    QWidget *requestEntry(const store::CertificateRequest &request);
    void chooseRoot(const QString &type);
    void chooseCertificate();
    void readFile(const QString &title, const std::function<void(const QByteArray &)> &use);
    void saveRequest(const QString &csr);
    void remove(const RootRow &root);
    void tell(bool well, const QString &text);

    Backend backend_;
    ChangeGate gate_;
    SecurityDeeds *deeds_;
    QString station_;
    store::CertificateRequest request_; ///< that waits for a certificate; id 0: none
    std::optional<store::Command> asking_;
    NoticeBar *notice_;
    Label *eventsText_;
    QVBoxLayout *events_;
    Label *rootsText_;
    StepStrip *step_;
    QVBoxLayout *roots_;
    QPushButton *add_;
    QPushButton *refresh_;
    Label *requestText_;
    QVBoxLayout *requests_;
    QPushButton *save_;
    QPushButton *handOver_;
    QPushButton *ask_;
    QPushButton *cancel_;
    SigningOrderList *orders_;
    MarkView *askingMark_;
    Label *askingText_;
};

} // namespace ui
