using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Gate.Behaviour.Forms;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What the guides ask of the form of a repair: the name that fits, the handler that is subscribed, the state that is compared.</summary>
internal static class RepairShape
{
    // The first rule that finds something says what the reason is.
    private static readonly IReadOnlyList<Func<RepairForm, CheckFinding?>> Rules =
    [
        PassedValues.FindWithoutToken,
        CheckedContexts.Find,
        ForeignDisposals.Find,
        WrittenMembers.FindAdded,
        WrittenMembers.FindStub,
        Handlers.FindVainFilter,
        Handlers.FindUnrelated,
        ConcealingFallback.Find,
        PassedValues.FindEcho,
        Fallbacks.FindLambda,
        UnassignedVariables.Find,
        PassedValues.FindPoor,
        NamedParameters.Find,
        Receivers.FindOther,
        Receivers.FindLost,
        Receivers.FindShared,
        Fallbacks.FindNeighbour,
        Tautologies.FindSelfAssignment,
        NullTests.FindForeign,
        NullTests.FindEmptyPlace,
        NullTests.FindVain,
        NullTests.FindTaken,
        NullTests.FindReplaced,
        Handlers.FindOtherException,
        KeptSteps.FindReturn,
        NullTests.FindPresence,
        KeptWords.FindLostMessage,
        Fallbacks.FindOtherStart,
        PassedValues.FindStranger,
        RepeatedConditions.Find,
        GluedSigns.Find,
        GuardedArguments.Find,
        OpenEnds.FindSilent,
        OpenEnds.FindStacked,
        Receivers.FindElement,
        DisposedEarly.Find,
        KeptWords.FindOtherCallee,
        Units.Find,
        Components.Find,
        KeptWords.Find,
        OwnProperties.Find,
        OpenEnds.Find,
        OpenEnds.FindComputed,
        KeptSteps.Find,
        Fallbacks.FindOther,
        UnobservedTasks.Find,
        Tautologies.FindConstant,
        PassedValues.FindTwice,
        KeptArms.FindArm,
        KeptArms.FindLabel,
        KeptArms.FindRepeated,
        KeptArms.FindRepeatedBranch,
        IdenticalOperands.Find,
        PassedValues.FindMisplaced,
        BestNames.Find,
        Subscriptions.Find,
        ComparedState.Find,
    ];

    /// <summary>The finding where a form is not kept; null where all are.</summary>
    public static async Task<CheckFinding?> FindAsync(GateContext context, RegionChange change, SyntaxNode newNode, SemanticModel oldModel, SemanticModel newModel, CancellationToken cancellation)
    {
        var oldRoot = await oldModel.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var tokens = await context.OldRootAsync(cancellation).ConfigureAwait(false) == oldRoot
            ? await context.TokensAsync(cancellation).ConfigureAwait(false)
            : new TokenMap(oldRoot, await newModel.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false));
        var form = new RepairForm(context.Edit.Target!, context.Allowance, change, oldRoot, newNode, oldModel, newModel, tokens, cancellation);
        return Rules.Select(rule => rule(form)).FirstOrDefault(finding => finding is not null);
    }
}
