// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ui {

class CsvExport;
class MessageLog;
class NoticeBar;

/// The messages of one station, live, in its detail.
class StationMessages : public QWidget {
    Q_OBJECT
public:
    explicit StationMessages(const Backend &backend, QWidget *parent = nullptr);

    void setStation(const QString &station);
    void setOpen(bool open);

signals:
    /// The page of all messages, with this station chosen.
    void pageRequested(bool findingsOnly);

private:
    void applyFilter();
    void startExport();

    QString station_;
    QLineEdit *search_;
    QPushButton *findings_;
    QPushButton *latest_;
    QPushButton *export_;
    NoticeBar *notice_;
    MessageLog *log_;
    CsvExport *exporter_;
};

} // namespace ui
