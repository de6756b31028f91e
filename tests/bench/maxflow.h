// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <limits>
#include <queue>
#include <vector>

/// The greatest flow through a network (Dinic).
class MaxFlow {
public:
    explicit MaxFlow(int nodes) : edgesOf_(std::size_t(nodes)) {}

    int addNode()
    {
        edgesOf_.emplace_back();
        return int(edgesOf_.size()) - 1;
    }
    void add(int from, int to, double capacity)
    {
        edgesOf_[std::size_t(from)].push_back(int(edges_.size()));
        edges_.push_back({to, capacity});
        edgesOf_[std::size_t(to)].push_back(int(edges_.size()));
        edges_.push_back({from, 0});
    }
    double run(int source, int sink)
    {
        double flow = 0;
        while (rank(source, sink)) {
            next_.assign(edgesOf_.size(), 0);
            while (const double more = push(source, sink, std::numeric_limits<double>::max()))
                flow += more;
        }
        return flow;
    }

private:
    struct Edge {
        int to = 0;
        double left = 0;
    };
    static constexpr double nothing = 1e-6;

    bool rank(int source, int sink)
    {
        rank_.assign(edgesOf_.size(), -1);
        rank_[std::size_t(source)] = 0;
        std::queue<int> open;
        open.push(source);
        while (!open.empty()) {
            const int node = open.front();
            open.pop();
            for (const int edge : edgesOf_[std::size_t(node)]) {
                const Edge &e = edges_[std::size_t(edge)];
                if (e.left <= nothing || rank_[std::size_t(e.to)] >= 0)
                    continue;
                rank_[std::size_t(e.to)] = rank_[std::size_t(node)] + 1;
                open.push(e.to);
            }
        }
        return rank_[std::size_t(sink)] >= 0;
    }
    double push(int node, int sink, double most)
    {
        if (node == sink)
            return most;
        auto &edges = edgesOf_[std::size_t(node)];
        for (std::size_t &i = next_[std::size_t(node)]; i < edges.size(); ++i) {
            Edge &edge = edges_[std::size_t(edges[i])];
            if (edge.left <= nothing || rank_[std::size_t(edge.to)] != rank_[std::size_t(node)] + 1)
                continue;
            const double pushed = push(edge.to, sink, std::min(most, edge.left));
            if (pushed <= nothing)
                continue;
            edge.left -= pushed;
            edges_[std::size_t(edges[i] ^ 1)].left += pushed;
            return pushed;
        }
        return 0;
    }

    std::vector<Edge> edges_; // each followed by its way back
    std::vector<std::vector<int>> edgesOf_;
    std::vector<int> rank_;
    std::vector<std::size_t> next_;
};
