using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair;

/// <summary>The titles of checked edits: they state facts.</summary>
internal static class Titles
{
    public static string Of(RepairRequest request, IProposer proposer, Proposal proposal, Verdict verdict)
    {
        if (proposer.Model is null)
            return proposal.Title;
        var id = request.Diagnostic.Id;
        var title = proposal.Title.Length == 0 ? Messages.Get("TitleRepair", id, request.Region.Name) : proposal.Title;

        // Code that is not written yet has no behaviour to compare with.
        var facts = id.StartsWith("CDA5", StringComparison.Ordinal)
            ? Messages.Get("FactsUnwritten")
            : Messages.Get(Ran("analyzers") ? "FactsChecked" : "FactsWithoutAnalyzers", id);
        return $"{title} ({proposer.Model}: {facts})";

        bool Ran(string check) => verdict.Checks.Any(result => result.Name == check && result.Outcome == CheckOutcome.Passed);
    }
}
