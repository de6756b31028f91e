// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace ui {

class Label;

/// A surface with rounded corners and a heading, for one subject of a page.
class Section : public QWidget {
    Q_OBJECT
public:
    explicit Section(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// The quieter words behind the heading: how many there are, how it stands.
    void setRemark(const QString &remark);
    /// Below the heading, from the left to the right edge.
    void add(QWidget *content, int stretch = 0);
    /// With the margin that the heading has.
    void addInset(QWidget *content, int stretch = 0);
    /// What is left below when nothing stretches stays empty, instead of moving the contents apart.
    void addRoom();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *title_;
    Label *remark_;
    QVBoxLayout *body_;
};

} // namespace ui
